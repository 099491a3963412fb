import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBodies, packedBodies, packReader } from '#renderer/data/body-store.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

describe('packBodies', () => {
  it('puts at most 64 bodies into a pack', () => {
    const { packs } = packBodies(
      Array.from({ length: 130 }, () => new Uint8Array(10)),
      seededPorts(),
    );

    expect(packs.map(({ bytes }) => bytes.length)).toEqual([640, 640, 20]);
  });

  it('puts at most a megabyte into a pack, and a larger body alone', () => {
    const sizes = [600_000, 600_000, 3_000_000, 10];
    const { packs } = packBodies(
      sizes.map((size) => new Uint8Array(size)),
      seededPorts(),
    );

    expect(packs.map(({ bytes }) => bytes.length)).toEqual(sizes);
  });

  it('makes no pack of nothing', () => {
    expect(packBodies([], seededPorts())).toEqual({ packs: [], references: [] });
  });

  it('says where each body lies, in the order given, empty ones too', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 150 }), (bodies) => {
        const { packs, references } = packBodies(bodies, seededPorts());
        const found = references.map(({ pack, offset, length }) =>
          packs.find(({ id }) => id === pack)?.bytes.slice(offset, offset + length),
        );
        expect(found).toEqual(bodies.map((body) => new Uint8Array(body)));
      }),
    );
  });
});

describe.each([
  ['packedBodies', packedBodies],
  ['packReader', packReader],
])('%s', (_, open) => {
  it('reads what was packed', async () => {
    const { db } = await testWorkspace();
    const bodies = [1, 2, 3].map((fill) => new Uint8Array(5).fill(fill));
    const { packs, references } = packBodies(bodies, seededPorts());
    await db.bodies.bulkAdd([...packs]);
    const store = open(db);

    expect(await Promise.all(references.map((reference) => store.read(reference)))).toEqual(bodies);
  });

  it('says that bytes are not there', async () => {
    const { db } = await testWorkspace();
    const { packs, references } = packBodies([new Uint8Array(5)], seededPorts());
    const [reference] = references;
    if (!reference) throw new Error('One body.');

    expect(await codeOf(open(db).read(reference))).toBe('not-found');
    await db.bodies.bulkAdd([...packs]);
    expect(await codeOf(open(db).read({ ...reference, length: 6 }))).toBe('not-found');
  });
});

describe('packReader', () => {
  it('lets go of old packs', async () => {
    const { db } = await testWorkspace();
    const bodies = Array.from({ length: 5 }, (_, at) => new Uint8Array(20_000_000).fill(at));
    const { packs, references } = packBodies(bodies, seededPorts());
    await db.bodies.bulkAdd([...packs]);
    const reader = packReader(db);

    for (const reference of references) await reader.read(reference);
    await db.bodies.clear();

    const [first, ...rest] = references;
    expect(first && (await codeOf(reader.read(first)))).toBe('not-found');
    const last = rest.at(-1);
    expect(last && (await codeOf(reader.read(last)))).toBeNull();
  });
});
