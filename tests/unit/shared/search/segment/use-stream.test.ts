import { describe, expect, it } from 'vitest';
import { UseStream } from '#shared/search/segment/use-stream.ts';

/** A stream of so many uses of a few terms, three to a document. */
function filled(uses: number): UseStream {
  const stream = new UseStream();
  for (let at = 0; at < uses; at++) {
    if (at % 3 === 0) stream.begin();
    stream.push(at % 5, at * 2);
  }
  return stream;
}

function all(stream: UseStream): [number, number][] {
  const uses: [number, number][] = [];
  stream.visitPieces(({ terms, notes }, count, start) => {
    expect(start).toBe(uses.length);
    for (let at = 0; at < count; at++) uses.push([terms[at] ?? -1, notes[at] ?? -1]);
  });
  return uses;
}

describe('UseStream', () => {
  it.each([0, 1, 4095, 4096, 4097, 65_535, 65_536, 65_537, 140_000])('keeps %i uses in their order', (uses) => {
    const stream = filled(uses);

    expect(stream.count).toBe(uses);
    expect(all(stream)).toEqual(Array.from({ length: uses }, (_, at) => [at % 5, at * 2]));
  });

  it('says where each document begins, over the ends of pieces too', () => {
    const { starts } = filled(70_000);

    expect(starts).toEqual(Array.from({ length: Math.ceil(70_000 / 3) }, (_, doc) => doc * 3));
  });

  it('counts the uses of each term', () => {
    expect([...filled(70_001).countUses(6)]).toEqual([14_001, 14_000, 14_000, 14_000, 14_000, 0]);
  });
});
