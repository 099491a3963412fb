import { Search } from '@blueprintjs/icons';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useAllCommands } from '#renderer/services/commands/use-commands.ts';
import { Scrim } from '#renderer/ui/Dialog.tsx';
import { KeyCap } from '#renderer/ui/Keys.tsx';
import { domId, OptionList } from '#renderer/ui/OptionList.tsx';
import { useOptionCursor } from '#renderer/ui/use-option-cursor.ts';
import css from './Palette.module.css';
import { type NameKind, type PaletteName, readQuery } from './palette-names.ts';
import { rankLines } from './rank-lines.tsx';

type PaletteProps = {
  /** Everything that has a name in the open case; undefined while it is being read. */
  readonly names: readonly PaletteName[] | undefined;
  readonly onGo: (kind: NameKind, id: string) => void;
  readonly onCommand: (id: string) => void;
  /** Takes the words to the search of the texts; missing where there is no such place. */
  readonly onSearch?: ((words: string) => void) | undefined;
  readonly onClose: () => void;
};

const none: readonly PaletteName[] = [];

/** Everything by name: commands, articles, entities, events. */
export function Palette({ names, onGo, onCommand, onSearch, onClose }: PaletteProps) {
  const [typed, setTyped] = useState('');
  const commands = useAllCommands();
  const list = useId();
  const { words, kinds } = useMemo(() => readQuery(typed), [typed]);
  const groups = useMemo(() => rankLines(words, kinds, commands, names ?? none), [words, kinds, commands, names]);
  const choose = (line: string) => {
    const [kind = '', id = ''] = line.split(' ');
    onClose();
    if (kind === 'command') onCommand(id);
    else onGo(kind as NameKind, id);
  };
  const cursor = useOptionCursor(groups, choose);
  const count = groups.reduce((sum, group) => sum + group.options.length, 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && onSearch && words !== '') {
      event.preventDefault();
      onClose();
      onSearch(words);
    } else cursor.onKeyDown(event);
  };
  return (
    <Scrim label="Commands" onClose={onClose} width={660} top={88}>
      <div className={css.ask}>
        <Search size={16} />
        <input
          role="combobox"
          aria-label="Command, article, entity or event"
          aria-expanded={count > 0}
          aria-controls={list}
          aria-autocomplete="list"
          {...(cursor.activeId ? { 'aria-activedescendant': domId(list, cursor.activeId) } : {})}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder="Command, article, entity or event"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
      </div>
      {count > 0 ? (
        <OptionList
          id={list}
          label="Found"
          groups={groups}
          activeId={cursor.activeId}
          onPoint={cursor.point}
          onChoose={choose}
          className={css.found}
        />
      ) : (
        <p className={css.nothing} role="status">
          Nothing has a name like this.
        </p>
      )}
      <PaletteFoot canSearch={onSearch !== undefined} />
    </Scrim>
  );
}

function PaletteFoot({ canSearch }: { readonly canSearch: boolean }) {
  return (
    <div className={css.foot}>
      <span>
        <KeyCap>Enter</KeyCap> do it
      </span>
      <span>
        <KeyCap>↑</KeyCap>
        <KeyCap>↓</KeyCap> choose
      </span>
      <span>
        <KeyCap>&gt;</KeyCap> commands only
      </span>
      <span>
        <KeyCap>@</KeyCap> entities
      </span>
      <span>
        <KeyCap>#</KeyCap> events
      </span>
      {canSearch && (
        <span className="push">
          Nothing? <KeyCap>Tab</KeyCap> searches the texts
        </span>
      )}
    </div>
  );
}
