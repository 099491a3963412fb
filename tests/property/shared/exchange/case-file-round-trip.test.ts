import fc from 'fast-check';
import { expect, it } from 'vitest';
import { read, written } from '#tests/support/casefile/case-file.ts';
import { madeCase, type Recipe } from '#tests/support/casefile/made-case.ts';
import { collect, memorySource } from '#tests/support/casefile/memory-case.ts';

/** Built to provoke: line ends of JSONL, of BagIt and of Unicode, marks of byte order, astral letters, both directions, NUL. */
const text = fc.string({
  unit: fc.constantFrom(
    'a',
    '\n',
    '\r\n',
    '\u2028',
    '\ufeff',
    '"',
    '\\',
    '%0A',
    '🚚',
    'ش',
    'ש',
    '\u0000',
    'é',
    'e\u0301',
  ),
  maxLength: 40,
});

const recipe: fc.Arbitrary<Recipe> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  name: text.filter((name) => name !== ''),
  texts: fc.array(text, { maxLength: 4 }),
  devices: fc.integer({ min: 1, max: 3 }),
  entriesPerDevice: fc.integer({ min: 1, max: 5 }),
  purgedEvery: fc.integer({ min: 0, max: 3 }),
  files: fc.array(
    fc.record({
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 0, max: 1_500_000 }).map((length) => new Uint8Array(length)),
      ),
      mediaType: fc.constantFrom('text/html', 'image/png', ''),
    }),
    { maxLength: 3 },
  ),
});

it('CASEFILE-1 writing a case and reading it into an empty workspace gives the same case', async () => {
  await fc.assert(
    fc.asyncProperty(recipe, async (made) => {
      const held = madeCase(made);

      const { source, preview } = await read((await written(held)).file);

      expect(await collect(source)).toEqual(await collect(memorySource(held)));
      expect(preview.faults).toEqual([]);
    }),
    { numRuns: 40, seed: 7 },
  );
});
