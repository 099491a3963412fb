import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchRow, plainRow } from './bench-row.ts';
import { chanceIn, type Growth, growForest, type Sample, type Tree } from './text/grow-forest.ts';
import { hasCorpus } from './text/sets.ts';
import { scoreSet, TRAINING_SETS, type TrainingPage, trainingPages } from './text/training-pages.ts';
import { writeForest } from './text/write-forest.ts';

const GROWTH: Growth = { trees: 100, leaves: 20, rate: 0.12, featureShare: 0.35, minWeight: 0.3, ridge: 1 };
/** Parts that groups of pages (sites) are dealt to: each is scored by a forest that has seen none of its sites. */
const PARTS = 4;
const MODEL = join('shared', 'ingest', 'extract', 'forest-model.ts');

/**
 * Grows the forest that tells main text from furniture, and says how it does on sites it has not seen. Writes the model
 * only where `CASEWRIGHT_WRITE_MODEL` is set: the same pages give the same model.
 */
export async function run(): Promise<BenchRow[]> {
  if (!hasCorpus) {
    console.log('skipped: no corpus');
    return [];
  }
  const pages = await trainingPages();
  if (process.env['CASEWRIGHT_WRITE_MODEL']) {
    const written = writeForest(growForest(samplesOf(pages), GROWTH));
    writeFileSync(MODEL, modelFile(written));
    return [plainRow('trees written', GROWTH.trees, 'trees')];
  }
  const chances = new Map<TrainingPage, number[]>();
  for (let part = 0; part < PARTS; part++) {
    const forest: Tree[] = growForest(samplesOf(pages.filter(({ group }) => partOf(group) !== part)), GROWTH);
    for (const page of pages.filter(({ group }) => partOf(group) === part)) {
      chances.set(
        page,
        page.features.map((row) => chanceIn(forest, row)),
      );
    }
  }
  return TRAINING_SETS.map((set) =>
    plainRow(
      `${set}: F1 on sites not learnt from`,
      scoreSet(
        pages.filter((page) => page.set === set),
        chances,
      ),
      'F1',
    ),
  );
}

function samplesOf(pages: readonly TrainingPage[]): Sample[] {
  return pages.flatMap(({ features, labels, weights }) =>
    features.flatMap((row, at) => {
      const label = labels[at] ?? null;
      return label === null ? [] : [{ features: row, label, weight: weights[at] ?? 0 }];
    }),
  );
}

function partOf(group: string): number {
  let hash = 0;
  for (const character of group.replace(/^www\./, '').split('.')[0] ?? '') {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return hash % PARTS;
}

function modelFile(written: string): string {
  return `/**
 * What \`npm run bench train-extractor\` learnt of news pages with known main text: trees over the numbers that
 * \`blockFeatures\` describes a block by, as \`readForest\` reads them. Made, not written.
 */
export const FOREST = \`
${written}
\`;
`;
}
