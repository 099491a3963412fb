import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, isSameJson } from '#shared/custody/canonical-json.ts';
import { sha256Hex, sha256Stream } from '#shared/custody/sha256.ts';

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, each]) => [name, shuffled(each)]),
  );
}

/** No member of its own may be called `__proto__` once it is written as a literal. */
const json = fc.jsonValue({ stringUnit: 'binary' }).filter((value) => !JSON.stringify(value).includes('__proto__'));

it('CUSTODY-1 writes equal values equally, and as another implementation of RFC 8785 does', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      expect(text).toBe(canonicalize(value));
      expect(canonicalJson(shuffled(value))).toBe(text);
      expect(isSameJson(value, shuffled(value))).toBe(true);
    }),
  );
});

it('tells values apart exactly when their canonical texts differ', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(isSameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
    }),
  );
});

it('CUSTODY-3 hashes the same whole or piece by piece', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
      const stream = sha256Stream();
      stream.update(bytes.slice(0, cut));
      stream.update(bytes.slice(cut));
      expect(stream.hex()).toBe(sha256Hex(bytes));
    }),
  );
});
