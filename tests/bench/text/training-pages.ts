import { decodeText } from '#shared/ingest/decode-text.ts';
import { blockFeatures } from '#shared/ingest/extract/block-features.ts';
import { traitsOf } from '#shared/ingest/extract/block-traits.ts';
import { evidenceOf } from '#shared/ingest/extract/page-evidence.ts';
import { observePage } from '#shared/ingest/html/page-metadata.ts';
import { parsePage } from '#shared/ingest/html/parse-page.ts';
import { visibleBlocks } from '#shared/ingest/html/visible-blocks.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { meanScore, scorePage, scoreSnippets } from './body-score.ts';
import { type GoldPage, goldText, PAGE_SETS } from './gold.ts';
import { type Labels, labelBySnippets, labelByText, wordsOf } from './label-blocks.ts';
import { pagesOf } from './sets.ts';

/** A page as it is learnt from. */
export type TrainingPage = {
  readonly set: string;
  readonly group: string;
  readonly gold: GoldPage;
  readonly words: readonly string[];
  readonly features: readonly (readonly number[])[];
  readonly labels: Labels;
  readonly weights: readonly number[];
};

/** The sets that say which text is the article's. */
export const TRAINING_SETS = PAGE_SETS;

/** Chance from which a block is taken for the article's. */
const SHOWN = 0.5;
/** Each page weighs as much as another: its blocks by their share of the article, but none more than half of it. */
const MOST_WEIGHT = 0.5;
const LEAST_WEIGHT = 0.002;
const SNIPPET_WEIGHT = 0.2;
/** Words: shorter articles do not make their blocks weigh more. */
const SHORT = 60;

/** Every page of the sets, its blocks described and labelled. */
export async function trainingPages(): Promise<TrainingPage[]> {
  const pages: TrainingPage[] = [];
  for (const set of TRAINING_SETS) {
    for (const { row, bytes } of pagesOf<GoldPage>(set)) pages.push(await describe(set, row, bytes));
  }
  return pages;
}

async function describe(set: string, gold: GoldPage, bytes: Uint8Array): Promise<TrainingPage> {
  const page = await parsePage(decodeText(bytes, null).text, unattended);
  const placed = visibleBlocks(page, gold.url);
  const places = placed.styles.map(({ place }) => place);
  const traits = traitsOf(placed.text, placed.blocks, placed.links, places);
  const words = traits.map((block) => block.words);
  const whole = goldText(gold);
  const labels =
    whole === null ? labelBySnippets(words, gold.with ?? [], gold.without ?? []) : labelByText(words, whole);
  const total = Math.max(SHORT, wordsOf(whole ?? '').length);
  const weightOf = (block: string) => Math.min(MOST_WEIGHT, wordsOf(block).length / total) + LEAST_WEIGHT;
  const { linked, observed } = observePage(page, gold.url);
  return {
    set,
    group: gold.group,
    gold,
    words,
    features: blockFeatures(traits, evidenceOf(observed, linked)),
    labels,
    weights: words.map((block) => (whole === null ? SNIPPET_WEIGHT : weightOf(block))),
  };
}

/** The set's own score of the blocks that are taken for the article's. */
export function scoreSet(
  pages: readonly TrainingPage[],
  chances: ReadonlyMap<TrainingPage, readonly number[]>,
): number {
  const texts = pages.map((page) => page.words.filter((_, at) => (chances.get(page)?.[at] ?? 0) >= SHOWN).join('\n'));
  const golds = pages.map(({ gold }) => goldText(gold));
  if (golds.includes(null)) return scoreSnippets(pages.map(({ gold }, at) => ({ text: texts[at] ?? '', gold }))).f1;
  const scores = texts.map((text, at) => scorePage(text, golds[at] ?? ''));
  return meanScore(
    scores,
    texts.map((text) => text !== ''),
  ).f1;
}
