import { Cross } from '@blueprintjs/icons';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import type { LibraryFilter, LibraryQuery } from '#shared/contracts/library-query.ts';
import { articleStatuses } from '#shared/domain/case-article.ts';
import { statusWords } from './cells.tsx';
import { filterWords } from './filter-words.ts';
import css from './Library.module.css';
import { languageWords } from './LibraryFacets.tsx';
import { columnOf, widened, withFilter } from './query-edits.ts';

type FilterChipsProps = { readonly query: LibraryQuery; readonly onQuery: (query: LibraryQuery) => void };

/** What leaves rows out just now, each with the way to take it back. Nothing when all rows are shown. */
export function FilterChips({ query, onQuery }: FilterChipsProps) {
  if (query.filters.length === 0) return null;
  return (
    <section className={css.chips} aria-label="Filters">
      {query.filters.map((filter) => {
        const words = wordsOf(filter);
        return (
          <span key={columnOf(filter)} className={css.chip}>
            <bdi className="cut">{words}</bdi>
            <IconButton
              icon={<Cross size={12} />}
              label={`Remove the filter: ${words}`}
              isSmall
              onClick={() => onQuery(withFilter(query, columnOf(filter), null))}
            />
          </span>
        );
      })}
      <Button look="plain" isSmall onClick={() => onQuery(widened(query))}>
        Show all
      </Button>
    </section>
  );
}

function wordsOf(filter: LibraryFilter): string {
  const isUnknownAlone = filter.kind === 'published' && filter.from === Number.MAX_SAFE_INTEGER;
  if (isUnknownAlone) return 'Published: year unknown';
  const column = columnOf(filter);
  return filterWords(filter, (value) => {
    if (column === 'language') return languageWords(value);
    const status = articleStatuses.find((one) => one === value);
    return column === 'status' && status ? statusWords[status] : value;
  });
}
