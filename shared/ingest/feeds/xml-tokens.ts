/** A piece of markup, with the places at which it begins and ends. */
export type XmlToken = { readonly start: number; readonly end: number } & (
  | {
      readonly kind: 'tag';
      readonly name: string;
      readonly attributes: string;
      readonly form: 'open' | 'close' | 'empty';
    }
  | { readonly kind: 'data'; readonly words: string }
  | { readonly kind: 'other' }
  /** Nothing closes it: all that follows is in it. */
  | { readonly kind: 'unclosed' }
);

type Unplaced<T> = T extends XmlToken ? Omit<T, 'start'> : never;

/** What runs to an end of its own, whatever looks like markup in it. */
const PASSAGES: readonly (readonly [open: RegExp, close: string])[] = [
  [/<!--/y, '-->'],
  [/<!\[CDATA\[/iy, ']]>'],
  [/<\?/y, '?>'],
];
const DOCTYPE = /<!doctype/iy;
const TAG = /<(\/?)([a-z_][^\s/>=<]*)/iy;

/** The markup of a text, from its beginning to its end, looked at once. What only looks like markup is words. */
export function* xmlTokens(text: string): Generator<XmlToken> {
  let hasTypes = true;
  for (let start = text.indexOf('<'); start >= 0; ) {
    const isType = matchAt(DOCTYPE, text, start) !== null;
    const token = passageAt(text, start) ?? (isType && hasTypes ? typeAt(text, start) : tagAt(text, start));
    // a type without an end has none for those behind it either
    if (isType && token === null) hasTypes = false;
    if (token !== null) yield { ...token, start };
    start = text.indexOf('<', token === null ? start + 1 : token.end);
  }
}

function passageAt(text: string, start: number): Unplaced<XmlToken> | null {
  const passage = PASSAGES.find(([open]) => matchAt(open, text, start) !== null);
  if (passage === undefined) return null;
  const [open, close] = passage;
  const inside = start + (matchAt(open, text, start)?.[0].length ?? 0);
  const end = text.indexOf(close, inside);
  if (end < 0) return { kind: 'unclosed', end: text.length };
  if (close !== ']]>') return { kind: 'other', end: end + close.length };
  return { kind: 'data', words: text.slice(inside, end), end: end + close.length };
}

/** `<!DOCTYPE rss [ … ]>` with what it declares. */
function typeAt(text: string, start: number): Unplaced<XmlToken> | null {
  let isInside = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (isInside && (sign === '"' || sign === "'")) {
      at = text.indexOf(sign, at + 1);
      if (at < 0) return null;
    } else if (sign === '[') isInside = true;
    else if (sign === ']') isInside = false;
    else if (sign === '>' && !isInside) return { kind: 'other', end: at + 1 };
  }
  return null;
}

function tagAt(text: string, start: number): Unplaced<XmlToken> | null {
  const [begin = '', slash, name] = matchAt(TAG, text, start) ?? [];
  if (name === undefined) return null;
  for (let at = start + begin.length; at < text.length; at++) {
    const sign = text[at];
    if (sign === '<') return null;
    if (sign === '"' || sign === "'") {
      at = text.indexOf(sign, at + 1);
      if (at < 0) return null;
    } else if (sign === '>') {
      const isEmpty = text[at - 1] === '/';
      const attributes = text.slice(start + begin.length, isEmpty ? at - 1 : at);
      const form = slash === '/' ? 'close' : isEmpty ? 'empty' : 'open';
      return { kind: 'tag', name, attributes, form, end: at + 1 };
    }
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
