import type { TextSpan } from '#shared/kernel/text-span.ts';
import { lettersKey } from '#shared/search/analysis/letters-key.ts';
import { PartList } from '#shared/search/analysis/part-list.ts';
import { joinParts, MOST_JOINED, visitSpellings } from '#shared/search/analysis/spellings.ts';
import { CAPITAL, OTHERWISE, styleAt, writtenStyle } from '#shared/search/analysis/written-style.ts';
import type { FilterName, IndexDocument } from '#shared/search/model/index-document.ts';
import type { SegmentStore } from '#shared/search/model/segment-store.ts';
import { type FoldedText, foldText } from '#shared/text/fold-text.ts';
import { columnsOf, type DocumentRow } from './document-columns.ts';
import { encodeUses, type GatherRoom } from './encode-uses.ts';
import { type Field, fieldBase, fieldsOf } from './fields.ts';
import { lengthCode } from './impact.ts';
import { type SegmentSeal, SegmentWriter } from './segment-writer.ts';
import { EXACT, filterKey, HIDDEN, PLAIN, SPELLED, TAGGED } from './term-key.ts';
import { FIRST_HASH, PRIME, TermTable } from './term-table.ts';
import { UseStream } from './use-stream.ts';

/** Letters of a part that are written into the table without making a string. */
const PLAIN_LETTERS = 80;

/** Takes documents in and writes them as one segment. */
export class SegmentBuilder {
  private readonly table = new TermTable();
  private readonly parts = new PartList();
  private readonly rows: DocumentRow[] = [];
  private readonly stream = new UseStream();
  private readonly room: GatherRoom = { docs: new Int32Array(0), notes: new Int32Array(0) };

  get documents(): number {
    return this.rows.length;
  }

  /** Uses of terms so far: what the memory that is taken grows with. */
  get uses(): number {
    return this.stream.count;
  }

  add(document: IndexDocument): void {
    this.stream.begin();
    let length = 0;
    for (const field of fieldsOf(document)) length += this.addField(field);
    for (const [name, values] of Object.entries(document.filters)) {
      const byKey = new Map(values.map((value) => [value.key, value]));
      for (const { key, label } of byKey.values()) this.note(filterKey(name as FilterName, key, label), 0);
    }
    const { caseId, articleId, published, imported, words, counts } = document;
    this.rows.push({ caseId, articleId, published, imported, words, counts, length: lengthCode(length) });
  }

  /** Writes all that was added, and forgets it. */
  async write(store: SegmentStore, name: string): Promise<SegmentSeal> {
    const cases = [...new Set(this.rows.map(({ caseId }) => caseId))];
    const writer = new SegmentWriter(store, name, columnsOf(this.rows, cases), cases);
    await encodeUses(this.table, this.stream, writer, this.room);
    this.table.clear();
    this.stream.clear();
    this.rows.length = 0;
    return writer.finish();
  }

  /** @returns parts of the field */
  private addField({ name, text, folds }: Field): number {
    if (text === '') return 0;
    const folded = foldText(text);
    this.parts.scan(folded.folded);
    const base = fieldBase(name);
    const hidden = folds.length === 0 ? null : hiddenParts(folded, this.parts, folds);
    if (folded.map.isSame) this.addUnmoved(text, folded.folded, base, hidden);
    else this.addMoved(text, folded, base, hidden);
    this.addSpellings(text, folded, base, hidden);
    this.addWritten(text, folded, base, hidden);
    return this.parts.count;
  }

  /** Notes the parts of a text in which folding moved nothing: what is written otherwise differs at the same place. */
  private addUnmoved(text: string, folded: string, base: number, hidden: Uint8Array | null): void {
    const { parts, table, stream } = this;
    const { key } = table;
    for (let part = 0; part < parts.count; part++) {
      const start = parts.starts[part] as number;
      const end = parts.ends[part] as number;
      const position = base + (parts.positions[part] as number);
      const side = hidden === null ? 0 : (hidden[part] as number);
      if (end - start > PLAIN_LETTERS) {
        this.addPart(folded.slice(start, end), text.slice(start, end), position, side);
        continue;
      }
      const kind = PLAIN + side;
      key[0] = kind;
      let hash = Math.imul(FIRST_HASH ^ kind, PRIME);
      let length = 1;
      let at = start;
      for (; at < end; at++) {
        const unit = folded.charCodeAt(at);
        if (unit >= 0x80) break;
        key[length++] = unit;
        hash = Math.imul(hash ^ unit, PRIME);
      }
      const style = styleAt(text, start, folded, start, end);
      const term =
        at === end ? table.numberOfHashed(length, hash) : table.numberOf(writeLetters(key, length, folded, at, end));
      stream.push(term, (position << 1) | (style === CAPITAL ? 1 : 0));
      if (style === OTHERWISE) this.addExact(folded.slice(start, end), text.slice(start, end), 1, side, position);
    }
  }

  private addMoved(text: string, { folded, map }: FoldedText, base: number, hidden: Uint8Array | null): void {
    const { parts } = this;
    for (let part = 0; part < parts.count; part++) {
      const start = parts.starts[part] as number;
      const end = parts.ends[part] as number;
      const span = map.toOriginal({ start, end });
      const side = hidden === null ? 0 : (hidden[part] as number);
      const written = text.slice(span.start, span.end);
      this.addPart(folded.slice(start, end), written, base + (parts.positions[part] as number), side);
    }
  }

  /** Notes one part: how it is written goes with its place, or is a term of its own. */
  private addPart(letters: string, written: string, position: number, side: number): void {
    const style = writtenStyle(letters, written);
    const { table } = this;
    table.key[0] = PLAIN + side;
    const kept = lettersKey(letters);
    const length = writeLetters(table.key, 1, kept, 0, kept.length);
    this.stream.push(table.numberOf(length), (position << 1) | (style === CAPITAL ? 1 : 0));
    if (style === OTHERWISE) this.addExact(letters, written, 1, side, position);
  }

  private addSpellings(text: string, folded: FoldedText, base: number, hidden: Uint8Array | null): void {
    const { key } = this.table;
    visitSpellings(text, folded, this.parts, (letters, first, last) => {
      const kind = letters.startsWith('#') || letters.startsWith('@') ? TAGGED : SPELLED;
      const kept = lettersKey(letters);
      key[0] = kind + isHidden(hidden, first, last);
      let length = writeLetters(key, 1, kept, 0, kept.length);
      key[length++] = 0;
      key[length++] = last - first + 1;
      const position = base + (this.parts.positions[first] as number);
      this.stream.push(this.table.numberOf(length), position << 1);
    });
  }

  /** Notes how words of several parts are written. */
  private addWritten(text: string, { folded, map }: FoldedText, base: number, hidden: Uint8Array | null): void {
    const { parts } = this;
    for (let first = 0; first < parts.count; first++) {
      const most = Math.min(parts.count, first + MOST_JOINED);
      for (let last = first + 1; last < most && parts.words[last] === parts.words[first]; last++) {
        const span = map.toOriginal({ start: parts.starts[first] as number, end: parts.ends[last] as number });
        const letters = joinParts(folded, parts, first, last);
        const position = base + (parts.positions[first] as number);
        const side = isHidden(hidden, first, last);
        this.addExact(letters, text.slice(span.start, span.end), last - first + 1, side, position);
      }
    }
  }

  private addExact(letters: string, written: string, span: number, side: number, position: number): void {
    const { key } = this.table;
    const [folded, kept] = [lettersKey(letters), lettersKey(written)];
    key[0] = EXACT + side;
    let length = writeLetters(key, 1, folded, 0, folded.length);
    key[length++] = 0;
    length = writeLetters(key, length, kept, 0, kept.length);
    key[length++] = 0;
    key[length++] = span;
    this.stream.push(this.table.numberOf(length), position << 1);
  }

  private note(key: Uint8Array, position: number): void {
    this.table.key.set(key);
    this.stream.push(this.table.numberOf(key.length), position << 1);
  }
}

/** Letters as `encodeLetters` gives them, without an array; @returns where they end. */
function writeLetters(key: Uint8Array, from: number, text: string, start: number, end: number): number {
  let length = from;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) key[length++] = unit;
    else if (unit < 0x800) {
      key[length++] = 0xc0 | (unit >> 6);
      key[length++] = 0x80 | (unit & 63);
    } else {
      key[length++] = 0xe0 | (unit >> 12);
      key[length++] = 0x80 | ((unit >> 6) & 63);
      key[length++] = 0x80 | (unit & 63);
    }
  }
  return length;
}

function isHidden(hidden: Uint8Array | null, first: number, last: number): number {
  if (hidden === null) return 0;
  for (let part = first; part <= last; part++) if (hidden[part] === HIDDEN) return HIDDEN;
  return 0;
}

/** Which parts touch a hidden passage. */
function hiddenParts({ map }: FoldedText, parts: PartList, folds: readonly TextSpan[]): Uint8Array {
  const hidden = new Uint8Array(parts.count);
  let next = 0;
  for (let part = 0; part < parts.count; part++) {
    const span = map.toOriginal({ start: parts.starts[part] as number, end: parts.ends[part] as number });
    while (next < folds.length && (folds[next] as TextSpan).end <= span.start) next++;
    if (next < folds.length && (folds[next] as TextSpan).start < span.end) hidden[part] = HIDDEN;
  }
  return hidden;
}
