import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '#shared/ingest/formats.ts';
import { lawsBrokenBy } from '#tests/support/ingest/laws.ts';
import { mutate, seededChance } from '#tests/support/ingest/mutate.ts';
import { outcomesOf } from '#tests/support/ingest/outcomes.ts';
import { type Specimen, specimens } from '#tests/support/ingest/specimens.ts';

/** Changes of each specimen; `npm run fuzz` asks for more, and says with which seed to begin. */
const ROUNDS = Number(process.env['CASEWRIGHT_FUZZ_ROUNDS'] ?? 25);
const SEED = Number(process.env['CASEWRIGHT_FUZZ_SEED'] ?? 1);
/** Milliseconds for some kilobytes: a hundred times what any takes. */
const MOST_TIME = 20_000;
/** Inputs that once broke a law; `npm run fuzz` writes what it finds beside them. */
const CRASHES = 'tests/fixtures/crashes';
const FOUND = join('node_modules', '.cache', 'casewright-fuzz');

const files = await specimens();

/** What an input does wrong; null for nothing. */
async function faultOf(bytes: Uint8Array, hints: Specimen['hints']): Promise<string | null> {
  const started = performance.now();
  try {
    const broken = await lawsBrokenBy(await outcomesOf(bytes, hints));
    const time = performance.now() - started;
    return broken[0] ?? (time > MOST_TIME ? `takes ${Math.round(time)} ms` : null);
  } catch (error) {
    return `throws ${String((error as Error).stack)}`;
  }
}

describe('READ-1 READ-2: any format', () => {
  it.each(files)('keeps its laws when a file is damaged: $name', async ({ name, bytes, hints }) => {
    for (let round = 0; round < ROUNDS; round++) {
      const changed = mutate(bytes, seededChance(SEED * 1_000_003 + round));
      const fault = await faultOf(changed, hints);
      if (fault === null) continue;
      mkdirSync(FOUND, { recursive: true });
      writeFileSync(join(FOUND, `${name.replace(/\W+/g, '-')}-${SEED}-${round}.bin`), changed);
      expect.fail(`${name}, seed ${SEED}, round ${round}: ${fault}`);
    }
  });

  it.each(readdirSync(CRASHES).filter((name) => name.endsWith('.bin')))(
    'keeps its laws with what once broke them: %s',
    async (name) => {
      const [format] = name.split('-');
      const hints = files.find((specimen) => specimen.name.split(/\W/)[0] === format)?.hints;

      expect(await faultOf(readFileSync(join(CRASHES, name)), hints)).toBeNull();
    },
  );

  it('has a specimen of each format', async () => {
    const read = await Promise.all(files.map(({ bytes, hints }) => outcomesOf(bytes, hints)));
    const kinds = new Set(
      read
        .flat()
        .flatMap((outcome) =>
          outcome.kind === 'container'
            ? [outcome.mediaType]
            : outcome.kind === 'article'
              ? [outcome.capture.mediaType]
              : [],
        ),
    );
    const missing = FORMATS.filter(({ mediaType }) => !kinds.has(mediaType)).map(({ name }) => name);

    expect(missing).toEqual([]);
  });
});
