import { describeQuote } from '#shared/anchoring/describe-quote.ts';
import { placeAnchors } from '#shared/anchoring/place-anchor.ts';
import type { MadeAnchor } from '#shared/domain/highlight.ts';
import type { TextId } from '#shared/domain/ids.ts';
import { type BenchRow, plainRow, ratioRow } from '../bench-row.ts';
import { wordsOf } from './label-blocks.ts';
import { linesOf } from './sets.ts';

/** One article as several tools extracted it. */
export type Variants = { readonly id: string; readonly variants: Readonly<Record<string, string>> };

const OLD = 'old' as TextId;
const NEW = 'new' as TextId;
/** Code units of a paragraph that is marked. */
const LONG = 60;
/** Share of a paragraph's runs of three words that have to stand in the variant for it to be the changed paragraph. */
const CHANGED = 0.3;
/** Code units of the text that a thousand highlights are found in, and their number. */
const LARGE = 100_000;
const MANY = 1000;

/** Highlights on every long paragraph of the gold texts, found again in each tool's text. */
export function anchorRows(): BenchRow[] {
  const tally = { same: 0, sameRight: 0, placed: 0, changed: 0, changedRight: 0, absent: 0, absentRight: 0, wrong: 0 };
  for (const { variants } of linesOf<Variants>('dedup/extractor-variants.jsonl.gz')) {
    const gold = (variants['gold'] ?? '').normalize('NFC');
    const marks = paragraphsOf(gold);
    for (const [tool, raw] of Object.entries(variants)) if (tool !== 'gold') judge(marks, raw.normalize('NFC'), tally);
  }
  const { same, sameRight, placed, changed, changedRight, absent, absentRight, wrong } = tally;
  console.log(`placed without asking: ${placed} of ${same}; placed though not verbatim: ${wrong}`);
  return [
    plainRow(`verbatim or other space: found at the right place, of ${same}`, sameRight / same, 'share', '>= 1'),
    plainRow(`changed: proposed rightly, of ${changed}`, changedRight / changed, 'share', '>= 0.9'),
    plainRow(`absent: orphaned, of ${absent}`, absentRight / absent, 'share', '>= 1'),
    plainRow('placed where the words do not stand', wrong, 'highlights', '<= 0'),
    speedRow(),
  ];
}

function paragraphsOf(text: string): MadeAnchor[] {
  return Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ 0: line, index }) => {
    const quote = line.trim();
    const start = index + line.indexOf(quote);
    return quote.length > LONG ? [madeAt(text, start, start + quote.length)] : [];
  });
}

function madeAt(text: string, start: number, end: number): MadeAnchor {
  const { exact, prefix, suffix } = describeQuote(text, { start, end });
  return { textId: OLD, start, end, quote: exact, prefix, suffix };
}

type AnchorTally = Record<
  'same' | 'sameRight' | 'placed' | 'changed' | 'changedRight' | 'absent' | 'absentRight' | 'wrong',
  number
>;

function judge(marks: readonly MadeAnchor[], text: string, tally: AnchorTally): void {
  const placements = placeAnchors(marks, NEW, text);
  const plain = squeezed(text);
  const runs = new Set(runsOf(text));
  for (const [at, { quote }] of marks.entries()) {
    const { state, now } = placements[at] ?? { state: 'orphaned', now: null };
    const found = now === null ? '' : text.slice(now.start, now.end);
    const isSame = squeezed(found) === squeezed(quote);
    if (state === 'placed' && !isSame) tally.wrong++;
    if (plain.includes(squeezed(quote))) {
      tally.same++;
      if (isSame) tally.sameRight++;
      if (state === 'placed') tally.placed++;
      continue;
    }
    const own = runsOf(quote);
    const share = own.filter((run) => runs.has(run)).length / Math.max(1, own.length);
    if (share >= CHANGED) {
      tally.changed++;
      if (state === 'proposed' && sharedRuns(own, found) >= (share * own.length) / 2) tally.changedRight++;
    } else {
      tally.absent++;
      if (state === 'orphaned') tally.absentRight++;
    }
  }
}

/** Right is a passage that holds at least half of the quote's runs that stand anywhere in the text. */
function sharedRuns(own: readonly string[], found: string): number {
  const runs = new Set(runsOf(found));
  return own.filter((run) => runs.has(run)).length;
}

function runsOf(text: string): string[] {
  // Of scripts without spaces each character is a word.
  const words = wordsOf(text.replace(/[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/gu, ' $& '));
  return words.slice(0, Math.max(0, words.length - 2)).map((_, at) => words.slice(at, at + 3).join(' '));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A thousand passages, a tenth of them changed, in a text that a paragraph was put into; the peer tries every place. */
function speedRow(): BenchRow {
  const whole = linesOf<Variants>('dedup/extractor-variants.jsonl.gz')
    .map(({ variants }) => variants['gold'] ?? '')
    .join('\n\n')
    .slice(0, LARGE);
  const marks = Array.from({ length: MANY }, (_, at) => {
    const start = Math.floor((at * (whole.length - 200)) / MANY);
    const made = madeAt(whole, start, start + 80 + (at % 100));
    return at % 10 === 0 ? { ...made, quote: made.quote.replace(/\s\S+\s/, ' otherwise ') } : made;
  });
  const text = `A paragraph that was put in.\n\n${whole}`;
  const value = timeOf(() => placeAnchors(marks, NEW, text));
  // The peer is so slow that a part has to do.
  const peerValue = timeOf(() => marks.slice(0, MANY / 100).map(({ quote }) => bruteForce(text, quote))) * 100;
  console.log(`1,000 highlights of a 100 kB article: ${value.toFixed(1)} ms (reach: 100)`);
  const figures = { value: peerValue, unit: 'ms', peer: 'ours, ms', peerValue: value };
  return ratioRow('1,000 highlights of a 100 kB article: brute force against ours', figures, '>= 20');
}

const ROUNDS = 5;

function timeOf(work: () => unknown): number {
  return Math.min(
    ...Array.from({ length: ROUNDS }, () => {
      const begun = performance.now();
      work();
      return performance.now() - begun;
    }),
  );
}

/** Compares the words of a quote with those at every place, and keeps the place with the most equal ones. */
function bruteForce(text: string, quote: string): number {
  const words = wordsOf(text);
  const own = wordsOf(quote);
  let best = -1;
  let most = 0;
  for (let at = 0; at + own.length <= words.length; at++) {
    const there = new Set(words.slice(at, at + own.length));
    const equal = own.filter((word) => there.has(word)).length;
    if (equal <= most) continue;
    most = equal;
    best = at;
  }
  return best;
}
