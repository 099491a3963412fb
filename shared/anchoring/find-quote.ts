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

/** Every place where the words of a quote stand, the best context first, equals in the order of the text. */
export function findPlaces(text: string, quote: QuoteSelector): QuotePlace[] {
  const places: QuotePlace[] = [];
  if (quote.exact === '') return places;
  for (let at = text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    places.push(placeAt(text, quote, at));
  }
  return places.sort((a, b) => b.agreement - a.agreement);
}

function placeAt(text: string, { exact, prefix, suffix }: QuoteSelector, start: number): QuotePlace {
  const end = start + exact.length;
  const before = sharedEnd(text.slice(Math.max(0, start - prefix.length), start), prefix);
  const after = sharedStart(text.slice(end, end + suffix.length), suffix);
  const hasPrefix = before === prefix.length && (isWhole(prefix) || start === prefix.length);
  const hasSuffix = after === suffix.length && (isWhole(suffix) || end + suffix.length === text.length);
  // The ends of the text are context too: they tell the repeat at an end from the others.
  const ends = Number(hasPrefix && !isWhole(prefix)) + Number(hasSuffix && !isWhole(suffix));
  return { span: { start, end }, agreement: before + after + ends, isInContext: hasPrefix || hasSuffix };
}

/** Not cut short by an end of the text; one unit may be left out beside a surrogate pair. */
function isWhole(context: string): boolean {
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
