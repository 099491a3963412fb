import { Search as SearchIcon } from '@blueprintjs/icons';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useCommands, useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { focusFirstResult } from './focus-result.ts';
import css from './Search.module.css';

/** After the last key press; short enough to feel at once, long enough that a fast typist asks once. */
const PAUSE_MS = 120;

type SearchBoxProps = {
  readonly typed: string;
  readonly onTyped: (words: string) => void;
  /** Told when the first result is to be opened; what stands in the field has been handed on before. */
  readonly onEnter: () => void;
  readonly onHelp: () => void;
  /** Null while there is nothing to save. */
  readonly onSave: (() => void) | null;
  /** What stands under the field. */
  readonly children: ReactNode;
};

/** The field that is searched from. */
export function SearchBox({ typed, onTyped, onEnter, onHelp, onSave, children }: SearchBoxProps) {
  const [words, setWords] = useState(typed);
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(typed);
  const helpKeys = useKeysOf('search:help');
  useEffect(() => field.current?.focus(), []);
  useCommands([
    {
      id: 'search:focus',
      words: 'Back to the search box',
      keys: '/',
      group: 'Search',
      run: () => field.current?.select(),
    },
  ]);
  useEffect(() => {
    // the address changed by itself: back, or another search from the palette
    if (typed === asked.current) return;
    asked.current = typed;
    setWords(typed);
  }, [typed]);
  useEffect(() => {
    if (words === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = words;
      onTyped(words);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, onTyped]);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      focusFirstResult();
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (words !== asked.current) {
        asked.current = words;
        onTyped(words);
      }
      onEnter();
    } else if (event.key === 'Escape' && words !== '') {
      event.preventDefault();
      event.stopPropagation();
      setWords('');
    }
  };
  return (
    <div className={css.query}>
      <div className={css.field}>
        <SearchIcon size={16} />
        <input
          ref={field}
          type="search"
          data-home
          aria-label="Search the corpus"
          aria-describedby="reads-as"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={press}
          placeholder="Words in titles and texts"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
        <Button look="plain" isSmall disabled={onSave === null} onClick={() => onSave?.()}>
          Save search
        </Button>
        <Button look="plain" isSmall keys={helpKeys} onClick={onHelp}>
          Help
        </Button>
      </div>
      {children}
    </div>
  );
}
