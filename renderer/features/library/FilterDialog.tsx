import { type FormEvent, useId, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { Tick } from '#renderer/ui/Ticks.tsx';
import type { LibraryFilter, LibraryQuery, NumberColumn, WordsColumn } from '#shared/contracts/library-query.ts';
import { dayOf, minutesOf } from './filter-words.ts';
import { gridColumnOf } from './grid-columns.ts';
import css from './Library.module.css';
import { filterOn, withFilter } from './query-edits.ts';

type FilterDialogProps = {
  readonly query: LibraryQuery;
  readonly onQuery: (query: LibraryQuery) => void;
  readonly onClose: () => void;
};

const wordColumns: readonly WordsColumn[] = ['title', 'publisher', 'byline', 'language', 'tags'];
const numberColumns: readonly NumberColumn[] = ['words', 'highlights', 'events', 'duplicates'];

type Draft = {
  readonly words: Readonly<Record<string, string>>;
  readonly least: Readonly<Record<string, string>>;
  readonly most: Readonly<Record<string, string>>;
  readonly from: string;
  readonly to: string;
  readonly alsoUnknown: boolean;
};

/** Narrows any column: words in it, a range of numbers, a range of dates. */
export function FilterDialog({ query, onQuery, onClose }: FilterDialogProps) {
  const form = useId();
  const [draft, setDraft] = useState(() => draftOf(query));
  const [hasTried, setTried] = useState(false);
  const from = draft.from === '' || minutesOf(draft.from);
  const to = draft.to === '' || minutesOf(draft.to);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!from || !to) return;
    onQuery(queryOf(query, draft));
    onClose();
  };
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const date = (isRead: unknown) =>
    hasTried && !isRead ? 'A day, a month or a year: 2024-03-14, 2024-03, 2024.' : null;
  const acts = (
    <>
      <Button look="primary" type="submit" form={form} keys="Enter">
        Filter
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog title="Filter by column" onClose={onClose} foot={acts} width={520}>
      <form id={form} className={css.filters} onSubmit={submit} noValidate>
        {wordColumns.map((column) => (
          <TextField
            key={column}
            label={`${nameOf(column)} ${column === 'tags' ? 'have' : 'has'}`}
            value={draft.words[column] ?? ''}
            onChange={(value) => change({ words: { ...draft.words, [column]: value } })}
            dir="auto"
          />
        ))}
        <div className={css.range}>
          <TextField
            label="Published from"
            value={draft.from}
            onChange={(value) => change({ from: value })}
            error={date(from)}
          />
          <TextField
            label="Published up to"
            value={draft.to}
            onChange={(value) => change({ to: value })}
            error={date(to)}
          />
        </div>
        <Tick checked={draft.alsoUnknown} onChange={(isOn) => change({ alsoUnknown: isOn })}>
          Also where the year is unknown
        </Tick>
        {numberColumns.map((column) => (
          <div key={column} className={css.range}>
            <TextField
              label={`${nameOf(column)}, at least`}
              type="number"
              value={draft.least[column] ?? ''}
              onChange={(value) => change({ least: { ...draft.least, [column]: value } })}
            />
            <TextField
              label={`${nameOf(column)}, at most`}
              type="number"
              value={draft.most[column] ?? ''}
              onChange={(value) => change({ most: { ...draft.most, [column]: value } })}
            />
          </div>
        ))}
      </form>
    </Dialog>
  );
}

function nameOf(column: WordsColumn | NumberColumn): string {
  return gridColumnOf(column)?.name ?? column;
}

function draftOf(query: LibraryQuery): Draft {
  const published = filterOn(query, 'published');
  const dates = published?.kind === 'published' ? published : null;
  const ranges = query.filters.filter((filter) => filter.kind === 'between');
  const texts = query.filters.filter((filter) => filter.kind === 'contains');
  return {
    words: Object.fromEntries(texts.map(({ column, words }) => [column, words])),
    least: Object.fromEntries(ranges.map(({ column, least }) => [column, least === null ? '' : String(least)])),
    most: Object.fromEntries(ranges.map(({ column, most }) => [column, most === null ? '' : String(most)])),
    from: dayOrNone(dates?.from),
    to: dayOrNone(dates?.to),
    alsoUnknown: dates?.alsoUnknown ?? false,
  };
}

/** "Year unknown" alone is asked as a range that no date reaches. */
function dayOrNone(minute: number | null | undefined): string {
  return minute == null || minute === Number.MAX_SAFE_INTEGER ? '' : dayOf(minute);
}

function queryOf(query: LibraryQuery, draft: Draft): LibraryQuery {
  let next = query;
  for (const column of wordColumns) {
    const words = (draft.words[column] ?? '').trim();
    // A list of picked values belongs to the facets and stays until words are typed over it.
    if (words !== '' || filterOn(next, column)?.kind === 'contains') {
      next = withFilter(next, column, words === '' ? null : { kind: 'contains', column, words });
    }
  }
  for (const column of numberColumns) {
    const [least, most] = [numberOf(draft.least[column]), numberOf(draft.most[column])];
    const range: LibraryFilter | null =
      least === null && most === null ? null : { kind: 'between', column, least, most };
    next = withFilter(next, column, range);
  }
  const [from, to] = [minutesOf(draft.from)?.first ?? null, minutesOf(draft.to)?.last ?? null];
  const { alsoUnknown } = draft;
  if (from === null && to === null && !alsoUnknown) return withFilter(next, 'published', null);
  const isUnknownAlone = from === null && to === null;
  return withFilter(next, 'published', {
    kind: 'published',
    from: isUnknownAlone ? Number.MAX_SAFE_INTEGER : from,
    to,
    alsoUnknown,
  });
}

function numberOf(text: string | undefined): number | null {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isNaN(number) ? null : number;
}
