import { Globe } from '@blueprintjs/icons';
import { useMemo, useState } from 'react';
import { useCommands, useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { readSources, type SourceRow } from '#renderer/services/sources/source-list.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { ColumnsDialog } from '#renderer/ui/grid/ColumnsDialog.tsx';
import { ListGrid } from '#renderer/ui/grid/ListGrid.tsx';
import { useColumns } from '#renderer/ui/grid/use-columns.ts';
import { ListBar } from '#renderer/ui/ListBar.tsx';
import { useRemembered } from '#renderer/ui/memory.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import { fold } from '#shared/text/fold-text.ts';
import { MergeSourceDialog } from './MergeSourceDialog.tsx';
import { SourceCard } from './SourceCard.tsx';
import css from './Sources.module.css';
import { sourceColumns } from './source-columns.tsx';

const none: readonly SourceRow[] = [];

/** Every publisher of a case in one list, and the one in hand as a card. */
export function Sources({ caseId }: { readonly caseId: CaseId }) {
  const { workspace } = useServices();
  const { route, go } = useRoute();
  const rows = useLive(() => readSources(workspace, caseId), [workspace, caseId]);
  const [words, setWords] = useState('');
  const [overlay, setOverlay] = useState<'columns' | 'merge' | null>(null);
  const [showsCard, setShowsCard] = useRemembered('sources.card', true, isFlag);
  const columns = useColumns('sources', sourceColumns);
  const shown = useMemo(() => (rows ?? none).filter((row) => matches(row, fold(words))), [rows, words]);
  const inHand = shown.find(({ id }) => id === route.rest[0]) ?? null;
  useCommands([
    {
      id: 'sources:card',
      words: 'Show or hide the card',
      keys: 'p',
      group: 'Sources',
      run: () => setShowsCard(!showsCard),
    },
    { id: 'sources:columns', words: 'Choose columns…', keys: null, group: 'Sources', run: () => setOverlay('columns') },
    {
      id: 'source:merge',
      words: 'Merge…',
      keys: 'm',
      group: 'Sources',
      ...(inHand ? {} : { offBecause: 'Choose a source first' }),
      run: () => setOverlay('merge'),
    },
  ]);
  usePlaceStatus(rows ? countWords(shown.length, rows.length) : 'Reading sources…', HINTS);
  return (
    <div className={css.place}>
      <section className={css.centre} aria-label="Sources of the case">
        <ListBar
          title="Sources"
          filterLabel="Filter by name or domain"
          words={words}
          onWords={setWords}
          filterClass={css.find}
          showsCard={showsCard}
          onCard={() => setShowsCard(!showsCard)}
          cardKeys={useKeysOf('sources:card')}
          onColumns={() => setOverlay('columns')}
        />
        {rows === undefined ? (
          <Skeleton label="Reading sources…" rows={12} />
        ) : shown.length === 0 ? (
          <Empty icon={<Globe size={20} />} title={rows.length === 0 ? 'No sources yet' : 'No source goes by that'}>
            Publishers gather here from the articles of the case, by the domains they publish under and by their names.
          </Empty>
        ) : (
          <ListGrid
            label="Sources"
            name="sources"
            columns={columns}
            rows={shown}
            firstSort={{ columnId: 'articles', isDescending: true }}
            inHand={inHand?.id ?? null}
            onCursor={(id) => go({ place: 'sources', rest: [id] })}
            onOpen={() => document.querySelector<HTMLElement>('[data-area="Source"]')?.focus()}
          />
        )}
      </section>
      {showsCard && <SourceCard caseId={caseId} row={inHand} all={rows ?? none} onMerge={() => setOverlay('merge')} />}
      {overlay === 'columns' && <ColumnsDialog columns={columns} onClose={() => setOverlay(null)} />}
      {overlay === 'merge' && inHand && (
        <MergeSourceDialog
          caseId={caseId}
          row={inHand}
          others={(rows ?? none).filter(({ id }) => id !== inHand.id)}
          onClose={() => setOverlay(null)}
          onMerged={(id) => go({ place: 'sources', rest: [id] })}
        />
      )}
    </div>
  );
}

const HINTS = [
  { command: 'source:merge', words: 'merge' },
  { command: 'sources:card', words: 'card' },
] as const;

function matches({ name, domains, merged }: SourceRow, words: string): boolean {
  const all = [name, ...domains, ...merged.map((one) => one.name)];
  return words === '' || all.some((each) => fold(each).includes(words));
}

function countWords(shown: number, all: number): string {
  const known = all === 1 ? '1 source' : `${all.toLocaleString('en')} sources`;
  return shown === all ? known : `${shown.toLocaleString('en')} of ${known}`;
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
