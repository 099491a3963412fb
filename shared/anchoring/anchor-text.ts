import { type CollapsedText, collapseSpace } from './collapse-space.ts';
import type { QuoteSelector } from './describe-quote.ts';
import { type ChangedPlace, findChanged } from './find-changed.ts';
import { findPlaces, isWhole, type QuotePlace } from './find-quote.ts';
import { WordIndex } from './word-index.ts';

/** Runs of a quote from which the index tells where to look: the outer ones may be cut within a word. */
const LEAST_RUNS = 5;

/** A text that quotes are looked for in: what is asked of it again and again is made once, when it is first asked for. */
export class AnchorText {
  readonly text: string;
  private collapsedText: CollapsedText | null = null;
  private wordIndex: WordIndex | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** Every place where the words of a quote stand, to the letter, the best context first. */
  places(quote: QuoteSelector): QuotePlace[] {
    return findPlaces(this.text, quote, { starts: this.startsOf(quote.exact) });
  }

  /** The same, but for differences in space. */
  placesBySpace(quote: QuoteSelector): QuotePlace[] {
    this.collapsedText ??= collapseSpace(this.text);
    const { text, offsets } = this.collapsedText;
    const isCut = { prefix: !isWhole(quote.prefix), suffix: !isWhole(quote.suffix) };
    const plain = (words: string) => collapseSpace(words).text;
    const exact = plain(quote.exact).trim();
    const [lead, trail] = [/^\s/.test(quote.exact), /\s$/.test(quote.exact)];
    const selector = {
      exact,
      prefix: plain(quote.prefix + (lead ? ' ' : '')),
      suffix: plain((trail ? ' ' : '') + quote.suffix),
    };
    return findPlaces(text, selector, { isCut }).map((place) => ({ ...place, span: spanAt(offsets, place.span) }));
  }

  /** The passage most like a quote whose words are no longer there. */
  changedPlace(quote: QuoteSelector): ChangedPlace | null {
    return findChanged(this.index(), quote.exact);
  }

  /** Where a quote begins, by its rarest run of words; undefined where only a search can tell. */
  private startsOf(exact: string): number[] | undefined {
    const index = this.index();
    const runs = index.placesOf(exact);
    if (runs.length < LEAST_RUNS) return undefined;
    const inner = runs.slice(1, -1);
    const rarest = inner.reduce((a, b) => (b.length < a.length ? b : a));
    const lead = index.leadOf(exact, inner.indexOf(rarest) + 1);
    return rarest.map((word) => (index.starts[word] ?? 0) - lead).filter((start) => this.text.startsWith(exact, start));
  }

  private index(): WordIndex {
    this.wordIndex ??= new WordIndex(this.text);
    return this.wordIndex;
  }
}

function spanAt(offsets: Uint32Array, { start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 };
}
