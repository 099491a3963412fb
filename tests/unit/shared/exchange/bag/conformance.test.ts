import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { md5 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { checkedPieces } from '#shared/exchange/bag/check-hash.ts';
import type { HashKind } from '#shared/exchange/bag/digest.ts';
import { openBag } from '#shared/exchange/bag/open-bag.ts';
import { untar } from '#tests/support/casefile/untar.ts';

const corpus = process.env['CASEWRIGHT_CORPUS'] ?? join(process.cwd(), '..', 'shared', 'corpus');
const suite = join(corpus, 'reference', 'bagit-conformance-suite.tar.gz');

/** What the suite finds valid and a case file is not: it is whole, and it is UTF-8. */
const NOT_OURS = /holey-bag|ISO-8859-1|UTF-16/;

if (!existsSync(suite)) console.log('skipped: no corpus');

describe.skipIf(!existsSync(suite))(
  'CASEFILE-18 the BagIt conformance suite (skipped where there is no corpus)',
  () => {
    const bags = existsSync(suite) ? bagsOf(untar(new Uint8Array(readFileSync(suite)))) : new Map();
    const named = (verdict: RegExp) => [...bags.keys()].filter((name) => verdict.test(name));

    it.each(named(/\/valid\//).filter((name) => !NOT_OURS.test(name)))('accepts %s', async (name) => {
      await expect(verify(bags.get(name))).resolves.toBeUndefined();
    });

    it.each(named(/\/valid\//).filter((name) => NOT_OURS.test(name)))(
      'refuses %s: not whole, or not UTF-8',
      async (name) => {
        await expect(verify(bags.get(name))).rejects.toMatchObject({ name: 'AppError' });
      },
    );

    it.each(named(/\/(?:invalid|linux-only|windows-only)\//))('refuses %s', async (name) => {
      await expect(verify(bags.get(name))).rejects.toMatchObject({ name: 'AppError' });
    });
  },
);

const kinds: Record<string, HashKind> = {
  md5: hasher(md5),
  sha224: hasher(sha224),
  sha256: hasher(sha256),
  sha512: hasher(sha512),
};

function hasher(hash: typeof sha256 | typeof sha224 | typeof sha512 | typeof md5): HashKind {
  return () => {
    const state = hash.create();
    return { update: (bytes) => void state.update(bytes), hex: () => bytesToHex(state.digest()) };
  };
}

function bagsOf(files: ReadonlyMap<string, Uint8Array>): Map<string, Map<string, Uint8Array>> {
  const found = new Map<string, Map<string, Uint8Array>>();
  for (const [path, bytes] of files) {
    const [, bag, rest] = /^(v[\d.]+\/[\w-]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
    if (bag === undefined || rest === undefined) continue;
    found.set(bag, (found.get(bag) ?? new Map()).set(rest, bytes));
  }
  return found;
}

async function verify(files: ReadonlyMap<string, Uint8Array> | undefined): Promise<void> {
  const held = files ?? new Map<string, Uint8Array>();
  const bytesOf = (path: string) => new Uint8Array(held.get(path) ?? []);
  const sizes = new Map([...held].map(([path, { length }]) => [path, length]));
  const bag = await openBag({ sizes, read: async (path) => bytesOf(path) }, kinds);
  for (const path of sizes.keys()) {
    const lists = path.startsWith('data/') ? bag.payload : bag.tags;
    for await (const _ of checkedPieces(path, pieces(bytesOf(path)), lists));
  }
}

async function* pieces(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
