import type { BlockTraits } from './block-traits.ts';
import { cueNames } from './cues.ts';
import { logOf as log, shareOf as share } from './measures.ts';
import { type PageView as Page, type PageEvidence, viewPage } from './page-view.ts';
import type { Place } from './place.ts';
import { PlaceTally, type Tally } from './place-tally.ts';
import { runsOf } from './shingles.ts';
import { textCues } from './text-cues.ts';

const KINDS = ['paragraph', 'heading', 'list-item', 'quote', 'preformatted', 'caption', 'table-row'] as const;
const TAGS = [
  'article',
  'main',
  'nav',
  'footer',
  'aside',
  'header',
  'form',
  'figure',
  'table',
  'ul',
  'section',
  'button',
  'label',
  'dl',
  'blockquote',
  'details',
] as const;
const UNITS = ['p', 'div', 'li', 'td', 'span', 'h1', 'h2', 'h3', 'section', 'article', 'body', 'a'] as const;

/** Describes every block of a page by numbers: its words, its place, its neighbours. */
export function blockFeatures(blocks: readonly BlockTraits[], evidence: PageEvidence): number[][] {
  const tally = new PlaceTally(blocks);
  const page = viewPage(blocks, tally, evidence);
  const own = blocks.map((block) => ownFeatures(block));
  return blocks.map((block, at) => [
    ...(own[at] as number[]),
    ...placeFeatures(block, tally, page),
    ...positionFeatures(at, blocks, page),
    ...evidenceFeatures(at, block, page),
    ...contextFeatures(at, blocks),
    ...page.numbers,
  ]);
}

function ownFeatures({ block, words, units, linked, commas, sentences, wordCount }: BlockTraits): number[] {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const capitals = words.match(/\p{Lu}/gu)?.length ?? 0;
  const digits = words.match(/\d/g)?.length ?? 0;
  return [
    log(units),
    log(wordCount),
    share(linked, units),
    log(commas),
    log(sentences),
    share(capitals, letters),
    share(digits, units),
    share(units, wordCount),
    /[.!?…。！？؟۔।]["'”’»)\]」』]*$/u.test(words) ? 1 : 0,
    /^\p{Ll}/u.test(words) ? 1 : 0,
    /^["'“„«‘「]/u.test(words) ? 1 : 0,
    ...textCues(words),
    ...KINDS.map((kind) => (block.kind === kind ? 1 : 0)),
    block.kind === 'heading' ? block.level : 0,
  ];
}

function placeFeatures({ place, unit, block }: BlockTraits, tally: PlaceTally, page: Page): number[] {
  let near = 0;
  let far = 0;
  let outside = 0;
  let any = 0;
  let steps = 0;
  let isHidden = 0;
  let stepsToBox = -1;
  const tags = new Map<string, number>();
  for (let at: Place | null = place; at !== null; at = at.parent, steps++) {
    if (at.depth >= unit.depth - 1) near |= at.cues;
    else if (at.depth >= unit.depth - 3) far |= at.cues;
    if (stepsToBox < 0) {
      if (page.boxes.has(at)) stepsToBox = steps;
      else outside |= at.cues;
    }
    any |= at.cues;
    if (at.isHidden) isHidden = 1;
    if (!tags.has(at.tag)) tags.set(at.tag, steps + 1);
  }
  const parent = unit.parent ?? unit;
  const grand = parent.parent ?? parent;
  const great = grand.parent ?? grand;
  const around = [unit, parent, grand, great].flatMap((at) => tallyFeatures(tally.of(at), tally.root));
  const meeting = stepsToBox < 0 ? 99 : stepsToBox;
  const joint = meetingPlace(place, page.boxes);
  return [
    ...cueNames.map((_, bit) => (near >> bit) & 1),
    ...cueNames.map((_, bit) => (far >> bit) & 1),
    ...cueNames.map((_, bit) => (outside >> bit) & 1),
    ...cueNames.map((_, bit) => (any >> bit) & 1),
    ...TAGS.map((tag) => tags.get(tag) ?? 0),
    ...UNITS.map((tag) => (unit.tag === tag ? 1 : 0)),
    unit.depth,
    unit.depth - page.depth,
    isHidden,
    meeting,
    (page.box?.depth ?? 0) - (joint?.depth ?? 0),
    block.kind === 'heading' || unit.parent === null ? 0 : 1,
    ...around,
    ...tallyFeatures(tally.ofKind(unit), tally.root),
  ];
}

function meetingPlace(place: Place, boxes: ReadonlySet<Place>): Place | null {
  for (let at: Place | null = place; at !== null; at = at.parent) if (boxes.has(at)) return at;
  return null;
}

function tallyFeatures(tally: Tally, root: Tally): number[] {
  return [
    log(tally.units),
    share(tally.linked, tally.units),
    share(tally.prose, root.prose),
    log(tally.blocks),
    share(tally.prose, tally.units),
  ];
}

function positionFeatures(at: number, blocks: readonly BlockTraits[], page: Page): number[] {
  const total = page.cumulative.at(-1) ?? 1;
  return [
    share(at, blocks.length),
    share(page.cumulative[at] ?? 0, total),
    page.headline < 0 ? 0 : clamp(at - page.headline),
    page.headline < 0 ? 0 : 1,
    clamp(at - page.firstProse),
    clamp(at - page.lastProse),
    nearestProse(at, page.prose, -1),
    nearestProse(at, page.prose, 1),
    ...articleFeatures(at, page),
    proseAround(at, blocks, 4),
    proseAround(at, blocks, 12),
  ];
}

/** Pages set out several articles one after another: which of them this is, and whether it is the headline's. */
function articleFeatures(at: number, page: Page): number[] {
  const own = page.articles[at] ?? null;
  const first = page.articles[page.firstProse] ?? null;
  const headline = page.articles[page.headline] ?? null;
  return [
    own === null ? 0 : 1,
    own === first ? 1 : 0,
    own === headline ? 1 : 0,
    page.headings[at] ?? 0,
    (page.headings[at] ?? 0) - (page.headings[Math.max(0, page.firstProse)] ?? 0),
    page.articleCount,
  ];
}

function proseAround(at: number, blocks: readonly BlockTraits[], reach: number): number {
  let units = 0;
  for (let other = Math.max(0, at - reach); other <= at + reach; other++) {
    const block = blocks[other];
    if (block?.isProse) units += block.units;
  }
  return log(units);
}

function clamp(distance: number): number {
  return Math.max(-20, Math.min(20, distance));
}

function nearestProse(at: number, prose: readonly boolean[], step: 1 | -1): number {
  for (let distance = 1; distance < 20; distance++) if (prose[at + step * distance]) return distance;
  return 20;
}

function evidenceFeatures(at: number, { words }: BlockTraits, page: Page): number[] {
  return [
    page.likeness[at] ?? 0,
    page.body === null ? -1 : contained(page.words[at] ?? [], 4, page.body),
    page.summary === null ? -1 : contained(page.words[at] ?? [], 3, page.summary),
    Math.min(5, page.seen.get(words) ?? 1),
  ];
}

function contextFeatures(at: number, blocks: readonly BlockTraits[]): number[] {
  const features: number[] = [];
  for (const step of [-3, -2, -1, 1, 2, 3]) {
    const other = blocks[at + step];
    features.push(
      other === undefined ? -1 : log(other.units),
      other === undefined ? -1 : share(other.linked, other.units),
      other === undefined ? -1 : KINDS.indexOf(other.block.kind),
      other === undefined ? -1 : other.unit.signature === blocks[at]?.unit.signature ? 1 : 0,
      other === undefined ? -1 : other.isProse ? 1 : 0,
    );
  }
  return features;
}

function contained(words: readonly number[], size: number, whole: ReadonlySet<number>): number {
  const runs = runsOf(words, size);
  return share(runs.filter((run) => whole.has(run)).length, runs.length);
}
