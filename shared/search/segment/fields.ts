import type { TextSpan } from '#shared/kernel/text-span.ts';
import type { IndexDocument, SearchField } from '#shared/search/model/index-document.ts';

/** A part of a document as it is taken apart. */
export type Field = { readonly name: SearchField; readonly text: string; readonly folds: readonly TextSpan[] };

/** In the order of their bits and positions: the text first, so that its positions are small. */
const FIELDS: readonly SearchField[] = ['text', 'title', 'byline', 'note', 'highlight', 'entity', 'event'];
/** Positions below belong to the text: more than a string can hold words. */
const TEXT_POSITIONS = 1 << 27;
/** Positions of every other field. */
const FIELD_POSITIONS = 1 << 23;

/** The first position of a field. */
export function fieldBase(name: SearchField): number {
  return fieldStart(FIELDS.indexOf(name));
}

/** The first position of the field with a number. */
export function fieldStart(field: number): number {
  return field === 0 ? 0 : TEXT_POSITIONS + (field - 1) * FIELD_POSITIONS;
}

/** The number of the field that holds a position: its bit is as far to the left. */
export function fieldAt(position: number): number {
  if (position < TEXT_POSITIONS) return 0;
  return 1 + Math.min(5, Math.floor((position - TEXT_POSITIONS) / FIELD_POSITIONS));
}

/** The bits of fields; all for null. */
export function fieldBits(fields: readonly SearchField[] | null): number {
  if (fields === null) return 0xff;
  return fields.reduce((bits, name) => bits | (1 << FIELDS.indexOf(name)), 0);
}

/** The fields of a document that hold something, in the order of their positions; lists are lines of their own. */
export function fieldsOf(document: IndexDocument): Field[] {
  const lines = (list: readonly string[]) => list.join('\n');
  const texts: Readonly<Record<SearchField, string>> = {
    text: document.text,
    title: document.title,
    byline: lines(document.byline),
    note: lines(document.notes),
    highlight: lines(document.highlights),
    entity: lines(document.entities),
    event: lines(document.events),
  };
  return FIELDS.map((name) => ({ name, text: texts[name], folds: name === 'text' ? document.folds : [] })).filter(
    ({ text }) => text !== '',
  );
}
