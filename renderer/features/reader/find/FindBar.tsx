import { ArrowDown, ArrowUp, Cross, Search } from '@blueprintjs/icons';
import type { KeyboardEvent } from 'react';
import { IconButton } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import css from './FindBar.module.css';
import type { Finding } from './use-find.ts';

/** Over the article: the words that are looked for in it, which hit is in hand, and the way from hit to hit. */
export function FindBar({ finding }: { readonly finding: Finding }) {
  const { words, hits, at, type, step, close } = finding;
  if (words === null) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className={css.bar} aria-label="Find in this article" data-area="Find" onKeyDown={onKeyDown}>
      <TextField
        className={css.field}
        label="Find in this article"
        hidesLabel
        autoFocus
        icon={<Search />}
        placeholder="Find in this article"
        value={words}
        onChange={type}
      />
      <span className={css.count} role="status">
        {countWords(words, hits.length, at)}
      </span>
      <IconButton icon={<ArrowUp />} label="Hit before" keys="Shift+Enter" onClick={() => step(-1)} />
      <IconButton icon={<ArrowDown />} label="Next hit" keys="Enter" onClick={() => step(1)} />
      <IconButton icon={<Cross />} label="Stop finding" keys="Escape" onClick={close} />
    </section>
  );
}

function countWords(words: string, hits: number, at: number | null): string {
  if (words.trim() === '') return '';
  if (hits === 0) return 'Not in this article';
  return `${(at ?? 0) + 1} of ${hits.toLocaleString('en')}`;
}
