import type { TextSpan } from '#shared/kernel/text-span.ts';
import { CONTEXT_LENGTH, type QuoteSelector } from './describe-quote.ts';

/** One place where the words of a quote stand. */
export type QuotePlace = {
  readonly span: TextSpan;
  /** Code units of the prefix and suffix that stand there too, counted from the passage outwards. */
  readonly agreement: number;
  /** Whether the whole prefix or the whole suffix stands there; one cut short by the end of the text only there. */
  readonly isInContext: boolean;
};

/** The place of a quote: where most of its context stands, the earliest of equals; null when the words are gone. */
export function findQuote(text: string, quote: QuoteSelector): TextSpan | null {
  return findPlaces(text, quote)[0]?.span ?? null;
}

/** What is known of a quote besides its words. */
export type QuoteHelp = {
  /** Where it stands, if that is known already. */
  readonly starts?: readonly number[] | undefined;
  /** Whether its surroundings were cut short by an end of the text they were taken from; by their length, unless said. */
  readonly isCut?: { readonly prefix: boolean; readonly suffix: boolean };
};

/** Every place where the words of a quote stand, the best context first, equals in the order of the text. */
export function findPlaces(text: string, quote: QuoteSelector, help: QuoteHelp = {}): QuotePlace[] {
  if (quote.exact === '') return [];
  const isCut = help.isCut ?? { prefix: !isWhole(quote.prefix), suffix: !isWhole(quote.suffix) };
  const places = (help.starts ?? startsIn(text, quote.exact)).map((at) => placeAt(text, quote, at, isCut));
  return places.sort((a, b) => b.agreement - a.agreement);
}

function startsIn(text: string, exact: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) starts.push(at);
  return starts;
}

function placeAt(
  text: string,
  { exact, prefix, suffix }: QuoteSelector,
  start: number,
  isCut: { readonly prefix: boolean; readonly suffix: boolean },
): QuotePlace {
  const end = start + exact.length;
  const before = sharedEnd(text.slice(Math.max(0, start - prefix.length), start), prefix);
  const after = sharedStart(text.slice(end, end + suffix.length), suffix);
  const hasPrefix = before === prefix.length && (!isCut.prefix || start === prefix.length);
  const hasSuffix = after === suffix.length && (!isCut.suffix || end + suffix.length === text.length);
  // The ends of the text are context too: they tell the repeat at an end from the others.
  const ends = Number(hasPrefix && isCut.prefix) + Number(hasSuffix && isCut.suffix);
  return { span: { start, end }, agreement: before + after + ends, isInContext: hasPrefix || hasSuffix };
}

/** Not cut short by an end of the text; one unit may be left out beside a surrogate pair. */
export function isWhole(context: string): boolean {
  return context.length >= CONTEXT_LENGTH - 1;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
