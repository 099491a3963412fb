import type { BlockTraits } from './block-traits.ts';
import { logOf, shareOf } from './measures.ts';
import type { Place } from './place.ts';
import type { PlaceTally } from './place-tally.ts';
import { jaccard, shingles, wordNumbers } from './shingles.ts';

/** Code units: longer blocks are no title. */
const LONGEST_TITLE = 300;

/** What is known of the page besides its blocks. */
export type PageEvidence = {
  /** The titles that the page states. */
  readonly titles: readonly string[];
  /** What the page gives machines as the article's text (JSON-LD), or null. */
  readonly body: string | null;
  /** What it gives as its summary, or null. */
  readonly summary: string | null;
};

/** What all blocks of a page are seen against. */
export type PageView = {
  readonly box: Place | null;
  readonly boxes: ReadonlySet<Place>;
  readonly firstProse: number;
  readonly lastProse: number;
  readonly headline: number;
  readonly body: ReadonlySet<number> | null;
  readonly summary: ReadonlySet<number> | null;
  /** The words of each block, as numbers. */
  readonly words: readonly (readonly number[])[];
  /** How far each block is one of the titles: 0 to 1. */
  readonly likeness: readonly number[];
  readonly cumulative: readonly number[];
  readonly depth: number;
  readonly seen: ReadonlyMap<string, number>;
  readonly prose: readonly boolean[];
  readonly articles: readonly (Place | null)[];
  readonly articleCount: number;
  /** First headings up to each block. */
  readonly headings: readonly number[];
  readonly numbers: readonly number[];
};

/** Looks a page over once, before its blocks are described. */
export function viewPage(
  blocks: readonly BlockTraits[],
  tally: PlaceTally,
  { titles, body, summary }: PageEvidence,
): PageView {
  const { box, root } = tally;
  const boxes = new Set<Place>();
  for (let place: Place | null = box; place !== null; place = place.parent) boxes.add(place);
  const isInBox = blocks.map((block) => isIn(block.unit, box));
  const prose = blocks.map((block, at) => block.isProse && isInBox[at] === true);
  const titleSets = titles.map((title) => shingles(title, 1));
  const words = blocks.map((block) => wordNumbers(block.words));
  const likeness = blocks.map((block, at) =>
    block.words.length > LONGEST_TITLE ? 0 : likest(words[at] ?? [], titleSets),
  );
  let sum = 0;
  const cumulative = blocks.map(({ units }) => (sum += units));
  const seen = new Map<string, number>();
  for (const block of blocks) seen.set(block.words, (seen.get(block.words) ?? 0) + 1);
  const boxTally = box === null ? root : tally.of(box);
  const deep = blocks
    .filter((_, at) => prose[at])
    .map(({ unit }) => unit.depth)
    .sort((a, b) => a - b);
  const articles = blocks.map(({ unit }) => outermost(unit, 'article'));
  let count = 0;
  const headings = blocks.map(({ block }) => (block.kind === 'heading' && block.level === 1 ? ++count : count));
  return {
    articles,
    articleCount: Math.min(20, new Set(articles).size),
    headings,
    box,
    boxes,
    firstProse: prose.indexOf(true),
    lastProse: prose.lastIndexOf(true),
    headline: headlineAt(blocks, likeness),
    words,
    likeness,
    body: body === null ? null : shingles(body, 4),
    summary: summary === null ? null : shingles(summary, 3),
    cumulative,
    depth: deep[deep.length >> 1] ?? 0,
    seen,
    prose,
    numbers: [
      logOf(root.units),
      logOf(blocks.length),
      logOf(root.prose),
      shareOf(root.prose, root.units),
      shareOf(root.linked, root.units),
      shareOf(boxTally.prose, root.prose),
      logOf(boxTally.proseBlocks),
      shareOf(boxTally.linked, boxTally.units),
      body === null ? 0 : 1,
    ],
  };
}

function isIn(place: Place, box: Place | null): boolean {
  for (let at: Place | null = place; at !== null; at = at.parent) if (at === box) return true;
  return false;
}

function outermost(place: Place, tag: string): Place | null {
  let found: Place | null = null;
  for (let at: Place | null = place; at !== null; at = at.parent) if (at.tag === tag) found = at;
  return found;
}

function likest(words: readonly number[], titles: readonly ReadonlySet<number>[]): number {
  const singles = new Set(words);
  return Math.max(0, ...titles.map((title) => jaccard(singles, title)));
}

function headlineAt(blocks: readonly BlockTraits[], likenesses: readonly number[]): number {
  let best = -1;
  let most = 0.5;
  for (const [at, { block }] of blocks.entries()) {
    const likeness = likenesses[at] ?? 0;
    const score = likeness + (block.kind === 'heading' ? (7 - block.level) / 20 : 0);
    if (likeness > 0.5 && score > most) {
      most = score;
      best = at;
    }
  }
  if (best >= 0) return best;
  return blocks.findIndex(({ block }) => block.kind === 'heading' && block.level === 1);
}
