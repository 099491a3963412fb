import { Redo, Search, Undo } from '@blueprintjs/icons';
import { useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { useServices } from '#renderer/services/services.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Picker } from '#renderer/ui/Combobox.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { ariaKeys } from '#renderer/ui/key-caps.ts';
import { Seal } from '#renderer/ui/Seal.tsx';
import { Tlp } from '#renderer/ui/Tlp.tsx';
import type { Case } from '#shared/domain/case.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import css from './Shell.module.css';

/** A step that can be taken back or brought again, in the words of its ledger entry; null when there is none. */
export type StepWords = string | null;

type CaseBarProps = {
  readonly cases: readonly Case[];
  readonly current: Case | null;
  readonly undo: StepWords;
  readonly redo: StepWords;
  readonly onOpen: (id: CaseId) => void;
};

const NEW_CASE = 'new-case';
const DETAILS = 'case-details';

/** The bar over every place: which case, the way to everything by name, undo and redo. */
export function CaseBar({ cases, current, undo, redo, onOpen }: CaseBarProps) {
  const { commands } = useServices();
  const groups = [
    {
      name: cases.length > 0 ? 'Cases' : null,
      options: cases.map(({ id, name, marking }) => ({
        id,
        main: <bdi>{name}</bdi>,
        side: marking ? <Tlp level={marking} /> : undefined,
      })),
    },
    {
      name: null,
      options: [...(current ? [{ id: DETAILS, main: 'Case details…' }] : []), { id: NEW_CASE, main: 'New case…' }],
    },
  ];
  const choose = (id: string) => {
    const wanted = cases.find((one) => one.id === id);
    if (wanted) onOpen(wanted.id);
    else commands.run(id === DETAILS ? 'case:details' : 'case:new');
  };
  return (
    <header className={css.bar} data-area="Case">
      <span className={css.brand}>
        <Seal />
      </span>
      <Picker
        className={css.case}
        label="Case"
        value={current?.name ?? 'No case open'}
        groups={groups}
        chosenId={current?.id ?? null}
        onChoose={choose}
      />
      {current?.marking && <Tlp level={current.marking} />}
      <PaletteField />
      <StepButton label="Undo" id="edit:undo" words={undo} />
      <StepButton label="Redo" id="edit:redo" words={redo} />
    </header>
  );
}

function PaletteField() {
  const { commands } = useServices();
  const keys = useKeysOf('palette:open');
  return (
    <button
      className={css.omni}
      type="button"
      aria-haspopup="dialog"
      {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
      onClick={() => commands.run('palette:open')}
    >
      <Search size={14} />
      <span className="cut">Go to an article, entity, event or command</span>
      {keys && (
        <span className="push" aria-hidden="true">
          <Keys keys={keys} />
        </span>
      )}
    </button>
  );
}

function StepButton({ label, id, words }: { label: 'Undo' | 'Redo'; id: string; words: StepWords }) {
  const { commands } = useServices();
  const keys = useKeysOf(id);
  return (
    <IconButton
      icon={label === 'Undo' ? <Undo /> : <Redo />}
      label={label}
      words={words === null ? label : `${label}: ${words}`}
      keys={keys}
      disabled={words === null}
      onClick={() => commands.run(id)}
    />
  );
}
