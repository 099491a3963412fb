import type { SearchField } from '#shared/search/model/index-document.ts';
import type { QueryNode } from '#shared/search/model/query.ts';
import { combine } from './combine-nodes.ts';
import type { QueryToken } from './lex-query.ts';
import type { QueryField } from './query-fields.ts';
import { readDayRange, readNumberRange } from './read-range.ts';
import { readSlots } from './read-slots.ts';

/** What the fields in front of a value have said so far. */
export type FieldScope = { readonly field: QueryField | null; readonly name: string; readonly isExact: boolean };

/** Nothing has been said: words are looked for everywhere, folded. */
export const noField: FieldScope = { field: null, name: '', isExact: false };

/** A further field in front of the same value: `exact:` adds to what stands, any other takes its place. */
export function withField(
  scope: FieldScope,
  field: QueryField | null,
  { name }: { readonly name: string },
): FieldScope {
  return field?.kind === 'exact' ? { ...scope, isExact: true } : { ...scope, field, name };
}

type Operand = Extract<QueryToken, { kind: 'run' | 'quoted' }>;

/** Reads a word or a phrase as its field wants it; null when there is nothing to find in it. */
export function readOperand(
  { text }: Operand,
  { field, name, isExact }: FieldScope,
  fail: (message: string) => void,
): QueryNode | null {
  if (field?.kind === 'range') {
    const range = field.isDate ? readDayRange(text) : readNumberRange(text);
    if (range === null) {
      fail(field.isDate ? noDate(name) : `${name}: takes a number, >=5, or 2..5.`);
      return null;
    }
    return { kind: 'range', name: field.name, range, written: text };
  }
  const slots = readSlots(text);
  if (slots.length === 0) {
    // punctuation alone is no mistake, a joker alone is
    if (/[*~]/u.test(text)) fail('A pattern needs at least one letter.');
    return null;
  }
  if (isExact && slots.some(({ kind }) => kind === 'pattern')) fail('exact: takes words without * ? and ~.');
  const phrase = (fields: readonly SearchField[] | null) =>
    ({ kind: 'text', node: { kind: 'phrase', slots, fields, isExact } }) as const;
  switch (field?.kind) {
    case 'text':
      return phrase(field.fields);
    case 'event':
      return combine('or', [phrase(['event']), { kind: 'filter', name: 'event-type', slots, written: text }]);
    case 'filter':
      return { kind: 'filter', name: field.name, slots, written: text };
    case 'case':
      return { kind: 'case', slots, written: text };
    default:
      return phrase(null);
  }
}

function noDate(name: string): string {
  return `${name}: takes a date as 2019-11-10, 2019-11 or 2019, >=2019-11-10, or 2019-11-01..2019-11-30.`;
}
