import type { IndexDocument, SearchField } from '#shared/search/model/index-document.ts';
import type { PhraseSlot, QueryNode, TextNode, WordParts, WordPattern } from '#shared/search/model/query.ts';
import { atomsOf } from '#shared/text/atoms.ts';
import { fold, foldText } from '#shared/text/fold-text.ts';

/** A part of a written word, as the plain scan sees it. */
type Part = {
  readonly letters: string;
  readonly written: string;
  readonly word: number;
  readonly position: number;
  readonly isHidden: boolean;
  readonly sign: string;
  /** The text it stands in. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
};
type Place = { readonly from: number; readonly to: number };

/** What a query finds among documents by reading every one of them: slow, and short enough to be believed. */
export function scanDocuments(
  documents: readonly IndexDocument[],
  root: QueryNode | null,
): { shown: IndexDocument[]; hiddenOnly: IndexDocument[] } {
  const holds = (document: IndexDocument, withHidden: boolean) =>
    root !== null && matches(root, { document, parts: partsOfFields(document), withHidden });
  const shown = documents.filter((document) => holds(document, false));
  const hiddenOnly = documents.filter((document) => !shown.includes(document) && holds(document, true));
  return { shown, hiddenOnly };
}

type Look = {
  readonly document: IndexDocument;
  readonly parts: ReadonlyMap<SearchField, readonly Part[]>;
  readonly withHidden: boolean;
};

function matches(node: QueryNode, look: Look): boolean {
  switch (node.kind) {
    case 'and':
      return node.children.every((child) => matches(child, look));
    case 'or':
      return node.children.some((child) => matches(child, look));
    case 'not':
      return !matches(node.child, look);
    case 'text':
      return [...look.parts].some(([field, parts]) => places(node.node, field, parts, look.withHidden).length > 0);
    case 'filter':
      return (look.document.filters[node.name] ?? []).some(
        ({ key, label }) =>
          [key, label].some((value) => fold(value) === fold(node.written)) ||
          places(phrase(node.slots), 'text', partsOf(label, []), false).length > 0,
      );
    case 'case':
      return false;
    case 'range':
      return inRange(node, look.document);
  }
}

function phrase(slots: readonly PhraseSlot[]): TextNode {
  return { kind: 'phrase', slots, fields: null, isExact: false };
}

function inRange({ name, range }: Extract<QueryNode, { kind: 'range' }>, document: IndexDocument): boolean {
  const { min, max } = { min: range.min ?? -Infinity, max: range.max ?? Infinity };
  if (name === 'words') return document.words >= min && document.words <= max;
  if (name === 'published') {
    return document.published !== null && document.published.last >= min && document.published.first <= max;
  }
  if (name === 'imported') {
    const day = Math.floor(document.imported / 86_400_000);
    return day >= min && day <= max;
  }
  return document.counts.some((one) => one.name === name && (one.max ?? Infinity) >= min && (one.min ?? 0) <= max);
}

const known = new WeakMap<IndexDocument, Map<SearchField, readonly Part[]>>();

function partsOfFields(document: IndexDocument): Map<SearchField, readonly Part[]> {
  const before = known.get(document);
  if (before !== undefined) return before;
  const parts = readFields(document);
  known.set(document, parts);
  return parts;
}

function readFields(document: IndexDocument): Map<SearchField, readonly Part[]> {
  const lists = {
    byline: document.byline,
    note: document.notes,
    highlight: document.highlights,
    entity: document.entities,
    event: document.events,
  };
  return new Map<SearchField, readonly Part[]>([
    ['title', partsOf(document.title, [])],
    ['text', partsOf(document.text, document.folds)],
    ...Object.entries(lists).map(([field, list]): [SearchField, readonly Part[]] => [
      field as SearchField,
      partsOf(list.join('\n'), []),
    ]),
  ]);
}

function partsOf(text: string, folds: IndexDocument['folds']): Part[] {
  const { folded, map } = foldText(text);
  const parts: Part[] = [];
  let position = -1;
  let before = 0;
  let word = -1;
  for (const atom of atomsOf(folded)) {
    let at = atom.start;
    for (const [letters] of atom.letters.matchAll(/[\p{N}][\p{N}\p{M}]*|[^\p{N}]+/gu)) {
      position += parts.length > 0 && folded.slice(before, at).includes('\n') ? 2 : 1;
      const span = map.toOriginal({ start: at, end: at + letters.length });
      const isFirst = atom.word !== word;
      word = atom.word;
      parts.push({
        letters,
        written: text.slice(span.start, span.end),
        word,
        position,
        isHidden: folds.some((one) => span.start < one.end && one.start < span.end),
        sign: isFirst && /(^|[^\p{L}\p{N}\p{M}])[#@]$/u.test(folded.slice(0, at)) ? (folded[at - 1] ?? '') : '',
        text,
        ...span,
      });
      at += letters.length;
      before = at;
    }
  }
  return parts;
}

function places(node: TextNode, field: SearchField, parts: readonly Part[], withHidden: boolean): Place[] {
  switch (node.kind) {
    case 'any':
      return node.children.flatMap((child) => places(child, field, parts, withHidden));
    case 'near': {
      const [left, right] = [places(node.left, field, parts, withHidden), places(node.right, field, parts, withHidden)];
      const start = ({ from }: Place) => parts[from]?.position ?? 0;
      const end = ({ to }: Place) => (parts[to - 1]?.position ?? 0) + 1;
      const isBehind = (one: Place, other: Place) =>
        start(other) >= end(one) && start(other) - end(one) <= node.distance;
      return left.flatMap((one) =>
        right
          .filter((other) => isBehind(one, other) || (!node.isOrdered && isBehind(other, one)))
          .map((other) => ({ from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) })),
      );
    }
    case 'phrase': {
      if (node.fields !== null && !node.fields.includes(field)) return [];
      const found: Place[] = [];
      for (let from = 0; from < parts.length; from++) {
        let ends = new Set([from]);
        for (const [index, slot] of node.slots.entries()) {
          const next = new Set<number>();
          for (const at of ends) {
            if (index > 0 && isBroken(parts, at)) continue;
            for (const to of slotEnds(slot, node.isExact, parts, at)) next.add(to);
          }
          ends = next;
        }
        for (const to of ends) {
          const isShown = parts.slice(from, to).every(({ isHidden }) => !isHidden);
          if (withHidden || isShown) found.push({ from, to });
        }
      }
      return found;
    }
  }
}

/** Whether a line break stands before a part. */
function isBroken(parts: readonly Part[], at: number): boolean {
  return (parts[at]?.position ?? 0) - (parts[at - 1]?.position ?? 0) > 1;
}

function slotEnds(slot: PhraseSlot, isExact: boolean, parts: readonly Part[], at: number): number[] {
  const ends: number[] = [];
  const first = parts[at];
  if (first === undefined) return ends;
  const runs: Part[][] = [];
  for (let to = at + 1; to <= Math.min(parts.length, at + 8) && parts[to - 1]?.word === first.word; to++) {
    runs.push(parts.slice(at, to));
  }
  for (const run of runs) {
    if (slot.kind === 'pattern') {
      if (spellings(run).some((letters) => fits(slot.pattern, letters))) ends.push(at + run.length);
    } else if (isExact ? isWritten(slot.word, run) : isWord(slot.word, run)) ends.push(at + run.length);
  }
  if (slot.kind === 'word' && !isExact && slot.word.sign === '') {
    const wanted = slot.word.parts;
    const stands = wanted.every((letters, index) => {
      return parts[at + index]?.letters === letters && !(index > 0 && isBroken(parts, at + index));
    });
    if (stands) ends.push(at + wanted.length);
  }
  return ends;
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
const spellOut = (written: string) =>
  fold(written.toLowerCase().replace(/[äöüøå]/g, (letter) => UMLAUTS[letter] ?? letter)).replace(
    /[^\p{L}\p{M}\p{N}]/gu,
    '',
  );

function spellings(run: readonly Part[]): string[] {
  return [run.map(({ letters }) => letters).join(''), run.map(({ written }) => spellOut(written)).join('')];
}

function isWord(word: WordParts, run: readonly Part[]): boolean {
  const wanted = word.parts.join('');
  if (word.sign !== '') {
    return run[0]?.sign === word.sign && isWholeTag(run) && run.map(({ letters }) => letters).join('') === wanted;
  }
  const wantedSpelled = [wanted, spellOut(word.written)];
  if (spellings(run).some((letters) => wantedSpelled.includes(letters))) return true;
  return word.parts.length === 1 && run.length === 1 && isAttached(wanted, run[0]?.letters ?? '');
}

/** A tag goes on over underlines and between letters and digits, and no further. */
function isWholeTag(run: readonly Part[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return false;
  const tag = /^[\p{L}\p{M}\p{N}_]+/u.exec(first.text.slice(first.start))?.[0] ?? '';
  return writtenOf(run) === tag.replace(/_+$/u, '');
}

const BEFORE = 'و ف ب ل ك ال وال فال بال كال لل ولل فلل وب ول فب فل'.split(' ');

const BEHIND =
  '은 는 이 가 을 를 의 에 에서 에게 에는 에도 께 께서 로 으로 와 과 도 만 까지 부터 보다 처럼 마다 이나 나 이라 라 이다 한테 하고 들 들이 들은 들을 들의'.split(
    ' ',
  );

function isAttached(wanted: string, letters: string): boolean {
  if (/^\p{sc=Hangul}{2,}$/u.test(wanted)) return BEHIND.some((behind) => letters === wanted + behind);
  if (!/^\p{sc=Arabic}{3,}$/u.test(wanted)) return false;
  const bare = /^(ال|لل)...+/u.test(wanted) ? wanted.slice(2) : wanted;
  return [wanted, bare].some((base) => letters === base || BEFORE.some((before) => letters === before + base));
}

function isWritten({ parts, written }: WordParts, run: readonly Part[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || run.length !== parts.length) return false;
  return run.map(({ letters }) => letters).join('') === parts.join('') && writtenOf(run) === written;
}

function writtenOf(run: readonly Part[]): string {
  const [first, last] = [run[0], run.at(-1)];
  return first?.text.slice(first.start, last?.end) ?? '';
}

function fits(pattern: WordPattern, letters: string): boolean {
  if (pattern.kind === 'prefix') return letters.startsWith(pattern.letters);
  if (pattern.kind === 'wildcard') {
    const source = Array.from(pattern.letters, (sign) =>
      sign === '*' ? '.*' : sign === '?' ? '.' : `\\u{${sign.codePointAt(0)?.toString(16)}}`,
    );
    return new RegExp(`^${source.join('')}$`, 'su').test(letters);
  }
  return distance(Array.from(letters), Array.from(pattern.letters)) <= pattern.edits;
}

/** Optimal string alignment, straight from its definition. */
function distance(one: readonly string[], other: readonly string[]): number {
  const known = new Map<string, number>();
  const between = (a: number, b: number): number => {
    if (a === 0 || b === 0) return a + b;
    const key = `${a} ${b}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const costs = [
      between(a - 1, b) + 1,
      between(a, b - 1) + 1,
      between(a - 1, b - 1) + (one[a - 1] === other[b - 1] ? 0 : 1),
    ];
    if (a > 1 && b > 1 && one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1])
      costs.push(between(a - 2, b - 2) + 1);
    const least = Math.min(...costs);
    known.set(key, least);
    return least;
  };
  return between(one.length, other.length);
}
