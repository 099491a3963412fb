import { Flash } from '@blueprintjs/icons';
import { useMemo, useState } from 'react';
import { useCommands, useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { type EventRow, readEventList } from '#renderer/services/events/event-list.ts';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { ColumnsDialog } from '#renderer/ui/grid/ColumnsDialog.tsx';
import { useColumns } from '#renderer/ui/grid/use-columns.ts';
import { ListBar } from '#renderer/ui/ListBar.tsx';
import { useRemembered } from '#renderer/ui/memory.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import { fold } from '#shared/text/fold-text.ts';
import { EventCardPanel } from './EventCardPanel.tsx';
import { EventGrid } from './EventGrid.tsx';
import css from './Events.module.css';
import { eventColumns } from './event-columns.tsx';

const none: readonly EventRow[] = [];

/** Every coded event of a case in one list, and the one in hand as a card with its evidence. */
export function Events({ caseId }: { readonly caseId: CaseId }) {
  const { workspace } = useServices();
  const { route, go } = useRoute();
  const rows = useLive(() => readEventList(workspace, caseId), [workspace, caseId]);
  const codebook = useLive(() => workspace.codebooks.ofCase(caseId), [workspace, caseId]);
  const columns = useColumns('events', eventColumns);
  const [words, setWords] = useState('');
  const [choosesColumns, setChoosesColumns] = useState(false);
  const shown = useMemo(() => (rows ?? none).filter((row) => matches(row, fold(words))), [rows, words]);
  const inHand = shown.find(({ id }) => id === route.rest[0]) ?? null;
  const [showsCard, setShowsCard] = useRemembered('events.card', true, isFlag);
  useCommands([
    {
      id: 'events:card',
      words: 'Show or hide the card',
      keys: 'p',
      group: 'Events',
      run: () => setShowsCard(!showsCard),
    },
    { id: 'events:columns', words: 'Choose columns…', keys: null, group: 'Events', run: () => setChoosesColumns(true) },
    {
      id: 'events:write',
      words: 'Write in the cell in hand',
      keys: 'F2',
      group: 'Events',
      // in the grid the key is the cell's own; from elsewhere it leads there
      run: () => document.querySelector<HTMLElement>('[data-area="Events"]')?.focus(),
    },
  ]);
  usePlaceStatus(rows ? statusWords(shown.length, rows.length) : 'Reading events…', HINTS);
  return (
    <div className={css.place}>
      <section className={css.centre} aria-label="Events of the case">
        <ListBar
          title="Events"
          filterLabel="Filter by any word"
          words={words}
          onWords={setWords}
          filterClass={css.find}
          showsCard={showsCard}
          onCard={() => setShowsCard(!showsCard)}
          cardKeys={useKeysOf('events:card')}
          onColumns={() => setChoosesColumns(true)}
        />
        {rows === undefined ? (
          <Skeleton label="Reading events…" rows={16} />
        ) : shown.length === 0 ? (
          <NoEvents hasSome={rows.length > 0} />
        ) : (
          <EventGrid
            rows={shown}
            columns={columns}
            codebook={codebook}
            inHand={inHand?.id ?? null}
            onCursor={(id) => id !== inHand?.id && go({ place: 'events', rest: [id] })}
          />
        )}
      </section>
      {showsCard && <EventCardPanel caseId={caseId} eventId={inHand?.id ?? null} />}
      {choosesColumns && <ColumnsDialog columns={columns} onClose={() => setChoosesColumns(false)} />}
    </div>
  );
}

function NoEvents({ hasSome }: { readonly hasSome: boolean }) {
  if (hasSome) {
    return (
      <Empty icon={<Flash size={20} />} title="No event matches">
        Title, type, place and actors are looked through, whatever their case, accents and apostrophes.
      </Empty>
    );
  }
  return (
    <Empty icon={<Flash size={20} />} title="No events yet">
      Select a sentence in an article and press v: what happened, when, where, to whom, with the passage as its
      evidence.
    </Empty>
  );
}

const HINTS = [{ command: 'events:write', words: 'write in cell' }] as const;

function matches({ label, title, typeName, place, actors }: EventRow, words: string): boolean {
  return words === '' || [label, title, typeName, place, ...actors].some((each) => fold(each).includes(words));
}

function statusWords(shown: number, all: number): string {
  const count = (number: number) => number.toLocaleString('en');
  const events = all === 1 ? '1 event' : `${count(all)} events`;
  return shown === all ? events : `${count(shown)} of ${events}`;
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
