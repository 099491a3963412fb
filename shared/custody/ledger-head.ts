import type { LedgerEntry, LedgerHead } from '#shared/domain/ledger.ts';
import { canonicalJson } from './canonical-json.ts';
import { isSignedBy, sign } from './signing.ts';

/** The head of a chain before it is signed. */
export type UnsignedHead = Omit<LedgerHead, 'signature'>;

/** The head that stands at an entry. */
export function headAt({ header, hash }: LedgerEntry): UnsignedHead {
  return { chain: header.chain, seq: header.seq, hash, clock: header.clock };
}

/** Signs a head with the key of the device that wrote the chain. */
export function signHead({ chain, seq, hash, clock }: UnsignedHead, secretKey: string): LedgerHead {
  return { chain, seq, hash, clock, signature: sign(signedText({ chain, seq, hash, clock }), secretKey) };
}

/** Whether the holder of `publicKey` signed the head. */
export function isHeadSignedBy({ signature, ...head }: LedgerHead, publicKey: string): boolean {
  return isSignedBy(signedText(head), signature, publicKey);
}

function signedText({ chain, seq, hash, clock }: UnsignedHead): string {
  return canonicalJson({ chain, clock, hash, seq });
}
