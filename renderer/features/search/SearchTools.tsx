import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Toggle } from '#renderer/ui/Ticks.tsx';
import type { LineSort, SearchSort } from '#shared/contracts/search-messages.ts';
import css from './Search.module.css';
import type { SearchPlace, SearchView } from './use-search-place.ts';

const SORTS: readonly { readonly value: SearchSort; readonly words: string }[] = [
  { value: 'score', words: 'Best match first' },
  { value: 'fresh', words: 'Best match, newer before' },
  { value: 'newest', words: 'Newest first' },
  { value: 'oldest', words: 'Oldest first' },
  { value: 'publisher', words: 'By publisher' },
];

const LINE_SORTS: readonly { readonly value: LineSort; readonly words: string }[] = [
  { value: 'after', words: 'By what follows' },
  { value: 'before', words: 'By what precedes' },
  { value: 'article', words: 'In order of articles' },
];

const VIEWS: readonly (readonly [SearchView, string])[] = [
  ['articles', 'Articles'],
  ['lines', 'Concordance'],
  ['entities', 'Entities'],
  ['events', 'Events'],
];

type SearchToolsProps = {
  readonly place: SearchPlace;
  /** Counts, or what is being done. */
  readonly children: ReactNode;
  /** Null when there is nothing to export. */
  readonly onExport: (() => void) | null;
};

/** What was found, where it is looked for, and how it is shown. */
export function SearchTools({ place, children, onExport }: SearchToolsProps) {
  return (
    <div className={css.tools}>
      <p role="status" className={css.counts}>
        {children}
      </p>
      <div className={css.switches}>
        <Toggle checked={place.isAllCases} onChange={place.setAllCases}>
          All cases
        </Toggle>
        {place.view === 'lines' ? (
          <Select hidesLabel label="Sort" value={place.lineSort} lines={LINE_SORTS} onChange={place.setLineSort} />
        ) : (
          <Select hidesLabel label="Sort" value={place.sort} lines={SORTS} onChange={place.setSort} />
        )}
        <fieldset className={css.views} aria-label="Results as">
          {VIEWS.map(([view, words]) => (
            <Button key={view} isSmall isPressed={place.view === view} onClick={() => place.setView(view)}>
              {words}
            </Button>
          ))}
        </fieldset>
        <Button isSmall disabled={onExport === null} onClick={() => onExport?.()}>
          Export results…
        </Button>
      </div>
    </div>
  );
}
