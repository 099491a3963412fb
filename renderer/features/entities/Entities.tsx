import { People } from '@blueprintjs/icons';
import { useMemo, useState } from 'react';
import type { Command } from '#renderer/services/commands/command.ts';
import { useCommands, useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { type EntityRow, readEntityList } from '#renderer/services/entities/entity-list.ts';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { ColumnsDialog } from '#renderer/ui/grid/ColumnsDialog.tsx';
import { ListGrid } from '#renderer/ui/grid/ListGrid.tsx';
import { useColumns } from '#renderer/ui/grid/use-columns.ts';
import { ListBar } from '#renderer/ui/ListBar.tsx';
import { useRemembered } from '#renderer/ui/memory.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Toggle } from '#renderer/ui/Ticks.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import { fold } from '#shared/text/fold-text.ts';
import css from './Entities.module.css';
import { EntityCardPanel } from './EntityCardPanel.tsx';
import { entityColumns } from './entity-columns.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { NewEntityDialog } from './NewEntityDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { TypeFilter } from './TypeFilter.tsx';

const none: readonly EntityRow[] = [];

/** Every entity of a case in one list, and the one in hand as a card. */
export function Entities({ caseId }: { readonly caseId: CaseId }) {
  const { workspace } = useServices();
  const { route, go } = useRoute();
  const rows = useLive(() => readEntityList(workspace, caseId), [workspace, caseId]);
  const codebook = useLive(() => workspace.codebooks.ofCase(caseId), [workspace, caseId]);
  const [words, setWords] = useState('');
  const [isWide, setWide] = useState(false);
  const [type, setType] = useState<string | null>(null);
  const [overlay, setOverlay] = useState<'new' | 'columns' | 'merge' | 'split' | null>(null);
  const columns = useColumns('entities', entityColumns);
  const types = codebook?.entityTypes ?? [];
  const [wanted] = route.rest;
  // one that was gone to by name is listed, whatever cases it is of
  const known = useMemo(
    () => (rows ?? none).filter(({ isOfCase, id }) => isWide || isOfCase || id === wanted),
    [rows, isWide, wanted],
  );
  const shown = useMemo(() => known.filter((row) => matches(row, fold(words), type)), [known, words, type]);
  const inHand = shown.find(({ id }) => id === wanted) ?? null;
  const [showsCard, setShowsCard] = useRemembered('entities.card', true, isFlag);
  useCommands([
    {
      id: 'entities:card',
      words: 'Show or hide the card',
      keys: 'p',
      group: 'Entities',
      run: () => setShowsCard(!showsCard),
    },
    { id: 'entity:new', words: 'New entity…', keys: null, group: 'Entities', run: () => setOverlay('new') },
    {
      id: 'entities:columns',
      words: 'Choose columns…',
      keys: null,
      group: 'Entities',
      run: () => setOverlay('columns'),
    },
    onEntity('entity:merge', 'Merge…', 'm', inHand, () => setOverlay('merge')),
    onEntity('entity:split', 'Split…', 's', inHand, () => setOverlay('split')),
    { id: 'entity:type-all', words: 'Show all types', keys: '0', group: 'Entities', run: () => setType(null) },
    ...types.slice(0, 9).map(({ id, name }, at) => ({
      id: `entity:type-${at + 1}`,
      words: `Show ${name} alone`,
      keys: String(at + 1),
      group: 'Entities',
      run: () => setType(id),
    })),
  ]);
  const mentions = (rows ?? none).reduce((sum, row) => sum + row.mentions, 0);
  usePlaceStatus(rows ? statusWords(shown.length, known.length, mentions) : 'Reading entities…', HINTS);
  return (
    <div className={css.place}>
      <TypeFilter types={types} rows={known} chosen={type} onChoose={setType} />
      <section className={css.centre} aria-label="Entities of the case">
        <ListBar
          title="Entities"
          filterLabel="Filter by name or alias, any script"
          words={words}
          onWords={setWords}
          filterClass={css.find}
          showsCard={showsCard}
          onCard={() => setShowsCard(!showsCard)}
          cardKeys={useKeysOf('entities:card')}
          onColumns={() => setOverlay('columns')}
        >
          <Toggle checked={isWide} onChange={setWide}>
            All cases
          </Toggle>
        </ListBar>
        {rows === undefined ? (
          <Skeleton label="Reading entities…" rows={16} />
        ) : shown.length === 0 ? (
          <NoEntities hasSome={known.length > 0} />
        ) : (
          <ListGrid
            label="Entities"
            name="entities"
            columns={columns}
            rows={shown}
            firstSort={{ columnId: 'mentions', isDescending: true }}
            inHand={inHand?.id ?? null}
            onCursor={(id) => go({ place: 'entities', rest: [id] })}
            onOpen={() => document.querySelector<HTMLElement>('[data-area="Entity"]')?.focus()}
          />
        )}
      </section>
      {showsCard && <EntityCardPanel caseId={caseId} entityId={inHand?.id ?? null} types={types} onAsk={setOverlay} />}
      {overlay === 'new' && <NewEntityDialog caseId={caseId} types={types} onClose={() => setOverlay(null)} />}
      {overlay === 'merge' && inHand && (
        <MergeDialog
          caseId={caseId}
          entityId={inHand.id}
          types={types}
          onClose={() => setOverlay(null)}
          onMerged={(id) => go({ place: 'entities', rest: [id] })}
        />
      )}
      {overlay === 'split' && inHand && codebook && (
        <SplitDialog
          caseId={caseId}
          entityId={inHand.id}
          codebook={codebook}
          onClose={() => setOverlay(null)}
          onSplit={(id) => go({ place: 'entities', rest: [id] })}
        />
      )}
      {overlay === 'columns' && <ColumnsDialog columns={columns} onClose={() => setOverlay(null)} />}
    </div>
  );
}

function NoEntities({ hasSome }: { readonly hasSome: boolean }) {
  if (hasSome) {
    return (
      <Empty icon={<People size={20} />} title="No entity goes by that">
        Names and aliases are looked through, whatever their case, accents and apostrophes.
      </Empty>
    );
  }
  return (
    <Empty icon={<People size={20} />} title="No entities yet">
      Select a name in an article and press 1 to 9, or e: people, groups, places and things gather here with every
      passage that names them.
    </Empty>
  );
}

/** An act on the entity in hand; it says why it cannot be given. */
function onEntity(id: string, words: string, keys: string, inHand: EntityRow | null, run: () => void): Command {
  return { id, words, keys, group: 'Entities', run, ...(inHand ? {} : { offBecause: 'Choose an entity first' }) };
}

const HINTS = [
  { command: 'entity:new', words: 'new' },
  { command: 'entity:merge', words: 'merge' },
  { command: 'entity:split', words: 'split' },
  { command: 'entity:type-all', words: 'all types' },
] as const;

function matches({ name, aliases, type }: EntityRow, words: string, wanted: string | null): boolean {
  if (wanted !== null && type?.id !== wanted) return false;
  return words === '' || [name, ...aliases].some((each) => fold(each).includes(words));
}

function statusWords(shown: number, all: number, mentions: number): string {
  const count = (number: number) => number.toLocaleString('en');
  const known = all === 1 ? '1 entity' : `${count(all)} entities`;
  const entities = shown === all ? known : `${count(shown)} of ${known}`;
  return `${entities}, ${mentions === 1 ? '1 mention' : `${count(mentions)} mentions`}`;
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
