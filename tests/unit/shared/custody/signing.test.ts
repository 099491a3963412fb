import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSignedBy, makeDeviceKey, sign } from '#shared/custody/signing.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';

const ours = makeDeviceKey(seededPorts(1));
const theirs = makeDeviceKey(seededPorts(2));

describe('sign', () => {
  it('makes a signature that another implementation accepts', () => {
    const key = createPublicKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(ours.publicKey, 'hex').toString('base64url') },
    });

    expect(verify(null, Buffer.from('head'), key, Buffer.from(sign('head', ours.secretKey), 'hex'))).toBe(true);
  });
});

describe('isSignedBy', () => {
  const signature = sign('head', ours.secretKey);

  it.each([
    ['the signer over the text', 'head', signature, ours.publicKey, true],
    ['another text', 'heads', signature, ours.publicKey, false],
    ['another key', 'head', signature, theirs.publicKey, false],
    ['a cut signature', 'head', signature.slice(2), ours.publicKey, false],
    ['what is no hex', 'head', 'zz', ours.publicKey, false],
    ['what is no key', 'head', signature, 'ff', false],
  ])('reads %s', (_, text, mark, key, is) => {
    expect(isSignedBy(text, mark, key)).toBe(is);
  });
});
