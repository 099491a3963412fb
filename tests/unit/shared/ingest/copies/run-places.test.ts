import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunPlaces } from '#shared/ingest/copies/run-places.ts';

describe('the texts that have a run', () => {
  it('COPIES-2 are those that a plain count finds, also once they were sorted in', () => {
    const texts = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 20 }), {
      maxLength: 12,
    });
    const few = fc.array(fc.uniqueArray(fc.nat(30), { maxLength: 20 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(texts, few), fc.uniqueArray(fc.nat(30)), (given, asked) => {
        const places = new RunPlaces();
        for (const [place, runs] of given.entries()) places.add(place, Uint32Array.from(runs));

        const plain = given.map((runs) => runs.filter((run) => asked.includes(run)).length);
        const found = places.sharing(Uint32Array.from(asked));

        expect(given.map((_, place) => found.get(place) ?? 0)).toEqual(plain);
      }),
    );
  });

  it('COPIES-2 are found among hundreds of thousands of runs', () => {
    const places = new RunPlaces();
    for (let place = 0; place < 600; place++) {
      places.add(
        place,
        Uint32Array.from({ length: 400 }, (_, at) => (place * 400 + at) * 7919),
      );
    }

    expect(places.sharing(Uint32Array.of(0, 7919, 399 * 7919))).toEqual(new Map([[0, 3]]));
    expect(places.sharing(Uint32Array.of(599 * 400 * 7919))).toEqual(new Map([[599, 1]]));
    expect(places.sharing(Uint32Array.of(5))).toEqual(new Map());
  });

  it('COPIES-3 tell nothing by a run that hundreds have', () => {
    const places = new RunPlaces();
    for (let place = 0; place < 500; place++) places.add(place, Uint32Array.of(42, 1000 + place));

    expect(places.sharing(Uint32Array.of(42, 1007))).toEqual(new Map([[7, 1]]));
  });
});
