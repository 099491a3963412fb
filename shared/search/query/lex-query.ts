import type { TextSpan } from '#shared/kernel/text-span.ts';

/** A piece of a query that means something by itself; offsets in what was typed. */
export type QueryToken = TextSpan &
  (
    | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
    | { readonly kind: 'near'; readonly distance: number; readonly isOrdered: boolean }
    /** `name:` before a value, in lower case. */
    | { readonly kind: 'field'; readonly name: string }
    | { readonly kind: 'run' | 'quoted'; readonly text: string }
  );

const PIECE = /\s+|[()]|["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s()"“”„«»]+/gu;
const FIELD = /^([a-z]+):/iu;
const NEAR = /^(near|before)\/(\d{1,9})$/iu;
/** Between words a dash is a sign of the text; in front of one it excludes. */
const ONLY_DASHES = /^[-−]+$/u;
const WORDS: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
]);

/**
 * Takes a query apart. Operators are in capitals; `near/5` in any case; quotes are straight or typographic, and the last
 * may be left open.
 *
 * @param isField - whether a name before a colon is one of a field; if not, the colon is the text's own (`06:40`)
 */
export function lexQuery(typed: string, isField: (name: string) => boolean): QueryToken[] {
  const tokens: QueryToken[] = [];
  for (const found of typed.matchAll(PIECE)) {
    const [piece, quoted] = found;
    const span = { start: found.index, end: found.index + piece.length };
    if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted, ...span });
    else if (piece === '(') tokens.push({ kind: 'open', ...span });
    else if (piece === ')') tokens.push({ kind: 'close', ...span });
    else if (piece.trim() !== '') {
      const isLoose = !/[("“”„«»]/u.test(typed[span.end] ?? '');
      lexRun(tokens, piece, span.start, isLoose, isField);
    }
  }
  return tokens;
}

function lexRun(
  tokens: QueryToken[],
  piece: string,
  start: number,
  isLoose: boolean,
  isField: (name: string) => boolean,
): void {
  const word = WORDS.get(piece);
  const near = NEAR.exec(piece);
  if (word !== undefined) tokens.push({ kind: word, start, end: start + piece.length });
  else if (near !== null) tokens.push({ ...nearOf(near), start, end: start + piece.length });
  else if (!isLoose || !ONLY_DASHES.test(piece)) lexPrefixes(tokens, piece, start, isField);
}

function nearOf([, name, distance]: RegExpExecArray) {
  return { kind: 'near', distance: Number(distance), isOrdered: name?.toLowerCase() === 'before' } as const;
}

/** Minus signs and fields in front of a word. */
function lexPrefixes(tokens: QueryToken[], piece: string, start: number, isField: (name: string) => boolean): void {
  let at = 0;
  for (;;) {
    const name = FIELD.exec(piece.slice(at))?.[1]?.toLowerCase();
    if (/^[-−]/u.test(piece.slice(at))) {
      tokens.push({ kind: 'not', start: start + at, end: start + at + 1 });
      at++;
    } else if (name !== undefined && isField(name)) {
      const end = at + name.length + 1;
      tokens.push({ kind: 'field', name, start: start + at, end: start + end });
      at = end;
    } else break;
  }
  if (at < piece.length) {
    tokens.push({ kind: 'run', text: piece.slice(at), start: start + at, end: start + piece.length });
  }
}
