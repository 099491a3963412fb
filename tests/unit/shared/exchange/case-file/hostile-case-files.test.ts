import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/kernel/app-error.ts';
import { read } from '#tests/support/casefile/case-file.ts';
import { hostileBags } from '#tests/support/casefile/hostile/bags.ts';
import { hostileChains } from '#tests/support/casefile/hostile/chains.ts';
import { hostileEnds } from '#tests/support/casefile/hostile/ends.ts';
import { hostileKinds } from '#tests/support/casefile/hostile/kinds.ts';
import { hostileMerges } from '#tests/support/casefile/hostile/merges.ts';
import { hostileNames } from '#tests/support/casefile/hostile/names.ts';
import { hostilePointers } from '#tests/support/casefile/hostile/pointers.ts';
import { hostileRows } from '#tests/support/casefile/hostile/rows.ts';
import { hostileSizes } from '#tests/support/casefile/hostile/sizes.ts';
import { victim } from '#tests/support/casefile/hostile/tampering.ts';
import { hostileVersions } from '#tests/support/casefile/hostile/versions.ts';
import { hostileWords } from '#tests/support/casefile/hostile/words.ts';
import { collect } from '#tests/support/casefile/memory-case.ts';
import { zipped } from '#tests/support/casefile/opened-zip.ts';

const { file, parts } = await victim();

const rules = [
  ['CASEFILE-5 a file of another format', hostileVersions],
  ['CASEFILE-7 names that lead elsewhere', hostileNames],
  ['CASEFILE-7 members that are no plain files of the bag', hostileKinds],
  ['CASEFILE-8 numbers that are lies', hostileSizes],
  ['CASEFILE-9 files that are cut, joined or something else', hostileEnds],
  ['CASEFILE-10 parts that are missing, added or altered', hostileBags],
  ['CASEFILE-11 rows that are not as they have to be', hostileRows],
  ['CASEFILE-12 rows that point at nothing', hostilePointers],
  ['CASEFILE-13 chains that were tampered with', hostileChains],
  ['CASEFILE-15 texts that say something else', hostileWords],
  ['CASEFILE-19 rows that were merged in a circle', hostileMerges],
] as const;

describe('readCaseFile', () => {
  it('reads the file that all bad ones are made of, also when another program packed it', async () => {
    const { source } = await read(file);
    const repacked = await read(zipped(await parts()));

    expect(await collect(repacked.source)).toEqual(await collect(source));
  });

  it('reads a file whose parts another program has put in another order, with entries for the folders', async () => {
    const { source } = await read(file);
    const turned = new Map([...(await parts())].reverse());
    const folders = ['case-x/', 'case-x/data/', 'case-x/data/captures/'].map((name) => ({
      ...{ name, bytes: new Uint8Array(0), isStored: true },
      mode: 0o040755,
    }));

    const repacked = await read(zipped(turned, folders));

    expect(await collect(repacked.source)).toEqual(await collect(source));
  });

  describe.each(rules)('refuses whole, naming the part: %s', (_, files) => {
    it.each(files)('$title', async ({ make, code, words }) => {
      const hostile = await make(await parts(), file);

      const error = await read(hostile).catch((thrown: unknown) => thrown);

      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code, message: expect.stringMatching(words) });
    });
  });
});
