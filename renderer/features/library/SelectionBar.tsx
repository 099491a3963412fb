import { Cross } from '@blueprintjs/icons';
import { useAllCommands } from '#renderer/services/commands/use-commands.ts';
import { useServices } from '#renderer/services/services.ts';
import { Divide } from '#renderer/ui/Bar.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import css from './Library.module.css';

type SelectionBarProps = {
  readonly count: number;
  readonly matching: number;
  readonly onAll: () => void;
  readonly onClear: () => void;
};

/** Acts on the chosen rows, in the order of their keys. */
const acts = [
  { command: 'status:inbox', words: 'Inbox' },
  { command: 'status:in-progress', words: 'In progress' },
  { command: 'status:done', words: 'Done' },
  { command: 'status:set-aside', words: 'Set aside' },
  { command: 'library:tags', words: 'Tags…' },
  { command: 'library:add-to-case', words: 'Add to another case…' },
  { command: 'library:same', words: 'Same article…' },
  { command: 'library:remove', words: 'Remove' },
] as const;

/** What can be done with the chosen rows. It stands at the foot of the grid: no row moves when it comes. */
export function SelectionBar({ count, matching, onAll, onClear }: SelectionBarProps) {
  const { commands } = useServices();
  const keysOf = new Map(useAllCommands().map(({ id, ownKeys }) => [id, ownKeys ?? undefined]));
  return (
    <div className={css.selection} role="toolbar" aria-label="Selected articles">
      <b className="tab" role="status">
        {count.toLocaleString('en')} selected
      </b>
      {count < matching && (
        <Button isSmall look="plain" onClick={onAll} keys="Mod+A">
          All {matching.toLocaleString('en')} that match
        </Button>
      )}
      <Divide />
      {acts.map(({ command, words }) => (
        <Button
          key={command}
          isSmall
          look="plain"
          onClick={() => commands.run(command)}
          keys={keysOf.get(command)}
          showsKeys
        >
          {words}
        </Button>
      ))}
      <Divide />
      <IconButton icon={<Cross size={14} />} label="Clear selection" keys="Escape" isSmall onClick={onClear} />
    </div>
  );
}
