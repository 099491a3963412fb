/** What stands in an XML text, one after the other. */
export type XmlEvent =
  | XmlStart
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** The beginning of an element; its end follows in any case, also where it is missing. */
export type XmlStart = {
  readonly kind: 'start';
  /** Without its prefix. */
  readonly name: string;
  /** The namespace that its prefix stands for; empty for none. */
  readonly space: string;
  /** By their names without prefix; of two the first. */
  readonly attributes: ReadonlyMap<string, string>;
};

/** Elements in elements: what is nested deeper is laid side by side. */
const MOST_DEPTH = 1000;
/** Attributes kept of one element. */
const MOST_ATTRIBUTES = 256;
/** Namespaces that are known in one place: each element that declares one more has a list of its own. */
const MOST_SPACES = 100;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const NAME = /^[^\s/>=<"'&]+/;

type Open = { readonly name: string; readonly raw: string; readonly spaces: ReadonlyMap<string, string> };

/**
 * Scans XML of any maker, well-formed or not, in one pass and without recursion. Entities that a document declares itself are
 * never made whole (they stay as they are written), nothing outside is asked for: no text becomes longer than it is.
 *
 * @see https://www.w3.org/TR/xml/
 */
export function* scanXml(text: string): Generator<XmlEvent> {
  const open: Open[] = [];
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (end > at) yield { kind: 'text', text: withoutEntities(text.slice(at, end)) };
    if (next < 0) break;
    at = endOfMarkup(text, next);
    const markup = text.slice(next, at);
    if (markup.startsWith('<![CDATA['))
      yield { kind: 'text', text: markup.slice(9, at >= text.length && !markup.endsWith(']]>') ? undefined : -3) };
    else if (markup.startsWith('</')) yield* closeTo(open, markup.slice(2, -1).trim());
    else if (!/^<[!?]/.test(markup)) yield* start(open, markup);
  }
  while (open.length > 0) yield { kind: 'end', name: open.pop()?.name ?? '' };
}

/** Where the next text begins. */
function endOfMarkup(text: string, start: number): number {
  const closing = text.startsWith('<!--', start)
    ? '-->'
    : text.startsWith('<![CDATA[', start)
      ? ']]>'
      : text.startsWith('<?', start)
        ? '?>'
        : null;
  if (closing !== null) return after(text, closing, start);
  if (text.startsWith('<!', start)) return endOfDeclaration(text, start);
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '>') return at + 1;
    // An attribute may hold any sign but its own quote; without that quote the next tag begins anew.
    if (sign !== '"' && sign !== "'") continue;
    const quote = text.indexOf(sign, at + 1);
    if (quote < 0) return after(text, '>', at);
    at = quote;
  }
  return text.length;
}

/** `<!DOCTYPE a [ … ]>` with what it declares. */
function endOfDeclaration(text: string, start: number): number {
  const close = text.indexOf('>', start);
  if (close < 0) return text.length;
  const inside = text.slice(start, close).indexOf('[');
  if (inside < 0) return close + 1;
  const bracket = start + inside;
  const end = text.indexOf(']', bracket);
  return end < 0 ? text.length : after(text, '>', end);
}

function after(text: string, sign: string, start: number): number {
  const end = text.indexOf(sign, start);
  return end < 0 ? text.length : end + sign.length;
}

function* closeTo(open: Open[], raw: string): Generator<XmlEvent> {
  const depth = open.findLastIndex((element) => element.raw === raw);
  // An end without its beginning means nothing.
  while (depth >= 0 && open.length > depth) yield { kind: 'end', name: open.pop()?.name ?? '' };
}

function* start(open: Open[], markup: string): Generator<XmlEvent> {
  const isEmpty = markup.endsWith('/>');
  const inside = markup.slice(1, isEmpty ? -2 : markup.endsWith('>') ? -1 : undefined);
  const raw = NAME.exec(inside)?.[0];
  if (raw === undefined) return;
  const outer = open.at(-1)?.spaces ?? NO_SPACES;
  const { attributes, spaces } = readAttributes(inside.slice(raw.length), outer);
  const [prefix, name] = parted(raw);
  yield { kind: 'start', name, space: spaces.get(prefix) ?? '', attributes };
  if (isEmpty || open.length >= MOST_DEPTH) yield { kind: 'end', name };
  else open.push({ name, raw, spaces });
}

const NO_SPACES: ReadonlyMap<string, string> = new Map();
/** A name begins behind space or a quote only: a run of a million letters is then looked at once. */
const ATTRIBUTE = /(?<![^\s"'])([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function readAttributes(written: string, outer: ReadonlyMap<string, string>) {
  const attributes = new Map<string, string>();
  const declared: [prefix: string, address: string][] = [];
  for (const [, raw = '', double, single] of written.matchAll(ATTRIBUTE)) {
    const value = withoutEntities(double ?? single ?? '');
    const [prefix, name] = parted(raw);
    if (raw === 'xmlns' || prefix === 'xmlns') {
      if (declared.length < MOST_SPACES) declared.push([raw === 'xmlns' ? '' : name, value]);
    } else if (attributes.size < MOST_ATTRIBUTES && !attributes.has(name)) attributes.set(name, value);
  }
  const isKnown = declared.length === 0 || outer.size >= MOST_SPACES;
  return { attributes, spaces: isKnown ? outer : new Map([...outer, ...declared]) };
}

function parted(raw: string): readonly [prefix: string, name: string] {
  const colon = raw.indexOf(':');
  return colon < 0 ? ['', raw] : [raw.slice(0, colon), raw.slice(colon + 1)];
}

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const point = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  });
}
