import { useState } from 'react';
import { useIndexState } from '#renderer/services/search/use-index-state.ts';
import { useServices } from '#renderer/services/services.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { byteWords } from '#renderer/ui/byte-words.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import type { IndexState } from '#shared/contracts/search-messages.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { Block } from './Block.tsx';

/** How the search index stands, and the way to build it anew. */
export function IndexSettings() {
  const { search, notices } = useServices();
  const state = useIndexState();
  const [isAsked, setAsked] = useState(false);
  const rebuild = () => {
    setAsked(true);
    search
      .ask<'rebuild'>({ type: 'rebuild' })
      .catch((error: unknown) => notices.warn(toPayload(error).message))
      .finally(() => setAsked(false));
  };
  const isBuilding = state !== null && !state.isWhole;
  return (
    <Block title="How it stands">
      {state === null ? <p>The index is being opened.</p> : <Facts facts={factsOf(state)} />}
      {state?.trouble && <ErrorNote title="The index could not be written">{state.trouble}</ErrorNote>}
      {isBuilding && (
        <progress aria-label="Building the search index" value={state.documents} max={Math.max(1, state.articles)} />
      )}
      <p>
        The index is made from the texts of the workspace and holds nothing else. When it is lost or damaged it is built
        anew by itself; what is ready answers meanwhile.
      </p>
      <Button disabled={state === null || isAsked || isBuilding} onClick={rebuild}>
        Rebuild index
      </Button>
    </Block>
  );
}

const REASONS = {
  missing: 'built since the start: there was none',
  damaged: 'built anew since the start: it was damaged, or of another store',
  asked: 'built anew because it was asked for',
} as const;

function factsOf({ documents, articles, isWhole, segments, bytes, place, corpus, rebuilt }: IndexState) {
  const count = (number: number) => number.toLocaleString('en');
  return [
    { term: 'State', value: isWhole ? 'whole' : 'being built' },
    { term: 'Articles', value: `${count(documents)} of ${count(articles)}` },
    { term: 'Change', value: `up to number ${count(corpus.seq)}` },
    { term: 'Size', value: `${byteWords(bytes)} in ${count(segments)} segments` },
    {
      term: 'Kept in',
      value: place === 'files' ? 'files of the workspace’s own' : 'a database: this engine has no files for workers',
    },
    ...(rebuilt ? [{ term: 'History', value: REASONS[rebuilt] }] : []),
  ];
}
