import type { Fold } from '#shared/domain/text-version.ts';
import type { PlacedText } from '../html/visible-blocks.ts';
import { blockFeatures } from './block-features.ts';
import { type BlockTraits, traitsOf } from './block-traits.ts';
import { foldBlocks } from './fold-blocks.ts';
import { foldReason } from './fold-reason.ts';
import { chanceOf, readForest } from './forest.ts';
import { FOREST } from './forest-model.ts';
import { isHeadline } from './headline.ts';
import type { PageEvidence } from './page-view.ts';
import { textReason } from './text-reason.ts';

/** What changes when the same page gives other folds than before. */
export const PAGE_EXTRACTOR = { extractor: 'html-article', extractorVersion: '2' } as const;

/** Chance from which a block is the article's. Hiding a paragraph is worse than showing an advertisement. */
const SHOWN = 0.45;
/** Blocks of a page so small that a person looks it over at once: only what names itself is folded there. */
const FEW_BLOCKS = 5;
/** Blocks of a page too short to learn a pattern from: what neither its words nor its box give away is shown there. */
const SHORT_PAGE = 24;
/** Code units: less than this is no article but what was left over. */
const LEAST_TEXT = 140;

const forest = readForest(FOREST);

/**
 * Tells the article on a page from what stands around it, which is folded with the reason. Where no article is found all
 * blocks are kept, as they are on a page of few blocks. The headline is shown, so that it can be marked and quoted.
 *
 * @param title - as it was chosen for the article
 */
export function foldPage(page: PlacedText, evidence: PageEvidence, title: string): Fold[] {
  const traits = traitsOf(
    page.text,
    page.blocks,
    page.links,
    page.styles.map(({ place }) => place),
  );
  const isMain = mainBlocks(traits, evidence);
  const headline = headlineOf(traits, title);
  const reasons = traits.map((block, at) => {
    if (at === headline) return null;
    if (isMain === null) return textReason(block.words);
    if (isMain[at] === true) return null;
    const reason = foldReason(block);
    return reason === 'other' && traits.length <= SHORT_PAGE ? null : reason;
  });
  // A page that holds nothing else is not hidden whole.
  return reasons.includes(null) ? foldBlocks(page.blocks, reasons) : [];
}

/** Which blocks are the article's; null if no article was found. */
function mainBlocks(traits: readonly BlockTraits[], evidence: PageEvidence): boolean[] | null {
  if (traits.length <= FEW_BLOCKS) return null;
  const likely = blockFeatures(traits, evidence).map((row) => chanceOf(forest, row) >= SHOWN);
  const isMain = likely.map((is, at) => is || isSubheading(traits, likely, at));
  const kept = traits.reduce((sum, { units }, at) => (isMain[at] === true ? sum + units : sum), 0);
  return kept < LEAST_TEXT ? null : isMain;
}

/** A heading between two blocks of the article heads the second. */
function isSubheading(traits: readonly BlockTraits[], isMain: readonly boolean[], at: number): boolean {
  const block = traits[at];
  if (block?.block.kind !== 'heading' || block.linked > 0) return false;
  return isMain[at - 1] === true && isMain[at + 1] === true && textReason(block.words) === null;
}

/** The one block that repeats the title; the first of several. */
function headlineOf(traits: readonly BlockTraits[], title: string): number {
  if (traits.length < 2) return -1;
  return traits.findIndex(({ words, block }) => block.kind === 'heading' && isHeadline(words, title));
}
