import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256Bytes, sha256Hex } from '#shared/custody/sha256.ts';

it('hashes as the standard says', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('hashes a text as its UTF-8', () => {
  expect(sha256Hex('تل تمر')).toBe(createHash('sha256').update('تل تمر').digest('hex'));
});

it('gives 32 bytes', () => {
  expect(sha256Bytes(new Uint8Array()).length).toBe(32);
});
