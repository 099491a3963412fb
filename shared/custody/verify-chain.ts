import type { Hash } from '#shared/domain/ids.ts';
import type { ChainId, Clock, LedgerEntry, LedgerHead } from '#shared/domain/ledger.ts';
import { isClockAhead } from './clock.ts';
import { personIdOf, personOfChain } from './identify.ts';
import { headerHash, payloadHash } from './ledger-entry.ts';
import { isHeadSignedBy } from './ledger-head.ts';

/** One thing that is wrong with a chain, at an entry of it. */
export type ChainFault = {
  readonly chain: ChainId;
  readonly seq: number;
  readonly kind:
    | 'gap' // an entry is missing or stands elsewhere
    | 'broken-link' // it does not follow the entry before
    | 'header-altered'
    | 'payload-altered'
    | 'clock-backwards'
    | 'head-differs' // the chain ends elsewhere than its head says
    | 'head-unsigned'; // the signature is not by this chain's device
  /** For the analyst. */
  readonly words: string;
};

/** What the verification of a chain came to. */
export type ChainReport = {
  readonly entries: number;
  readonly faults: readonly ChainFault[];
  /** Entries whose payload was purged or redacted: told, not failed. */
  readonly dropped: readonly number[];
  /** Entries whose clock was more than a day ahead: told, not failed. */
  readonly ahead: readonly number[];
};

/** Verifies one chain, entry by entry, so that a long one needs no memory. */
export class ChainVerifier {
  private last: { seq: number; hash: Hash; clock: Clock } | null = null;
  private entries = 0;
  private readonly faults: ChainFault[] = [];
  private readonly dropped: number[] = [];
  private readonly ahead: number[] = [];

  private readonly chain: ChainId;
  private readonly now: number;

  /** @param now - wall clock in milliseconds, against which clocks ahead are told */
  constructor(chain: ChainId, now: number) {
    this.chain = chain;
    this.now = now;
  }

  /** Takes the next entry, in the order in which they are kept. */
  add(entry: LedgerEntry): void {
    const { header, hash, payload } = entry;
    const expected = (this.last?.seq ?? 0) + 1;
    this.entries++;
    if (header.chain !== this.chain || header.seq !== expected) {
      this.fault(header.seq, 'gap', `Entry ${expected} is missing; entry ${header.seq} stands in its place.`);
    } else if (header.previous !== (this.last?.hash ?? null)) {
      this.fault(header.seq, 'broken-link', `Entry ${header.seq} does not follow entry ${header.seq - 1}.`);
    }
    if (headerHash(header) !== hash) {
      this.fault(header.seq, 'header-altered', `Entry ${header.seq} was altered: its hash does not fit.`);
    }
    if (payload === null) this.dropped.push(header.seq);
    else if (payloadHash(payload) !== header.payloadHash) {
      this.fault(header.seq, 'payload-altered', `What entry ${header.seq} says was altered: its hash does not fit.`);
    }
    this.readClock(header.seq, header.clock);
    this.last = { seq: header.seq, hash, clock: header.clock };
  }

  /**
   * Ends the chain and compares it with its signed head.
   *
   * @param head - null when there is none
   * @param publicKey - of the device that wrote the chain; null when it is not known
   */
  end(head: LedgerHead | null, publicKey: string | null): ChainReport {
    const seq = this.last?.seq ?? 0;
    const isAtHead = head !== null && head.seq === seq && head.hash === this.last?.hash;
    if (!isAtHead) {
      this.fault(seq, 'head-differs', `The chain ends at entry ${seq}, its head says ${head?.seq ?? 'nothing'}.`);
    }
    if (head !== null && !isSignedByOwner(this.chain, head, publicKey)) {
      this.fault(seq, 'head-unsigned', 'The head is not signed by the device that wrote the chain.');
    }
    return { entries: this.entries, faults: this.faults, dropped: this.dropped, ahead: this.ahead };
  }

  private readClock(seq: number, clock: Clock): void {
    if (this.last !== null && clock <= this.last.clock) {
      this.fault(seq, 'clock-backwards', `Entry ${seq} is dated before the entry it follows.`);
    }
    if (isClockAhead(clock, this.now)) this.ahead.push(seq);
  }

  private fault(seq: number, kind: ChainFault['kind'], words: string): void {
    this.faults.push({ chain: this.chain, seq, kind, words });
  }
}

/** Verifies a chain that is at hand whole. */
export function verifyChain(
  chain: ChainId,
  entries: Iterable<LedgerEntry>,
  head: LedgerHead | null,
  publicKey: string | null,
  now: number,
): ChainReport {
  const verifier = new ChainVerifier(chain, now);
  for (const entry of entries) verifier.add(entry);
  return verifier.end(head, publicKey);
}

function isSignedByOwner(chain: ChainId, head: LedgerHead, publicKey: string | null): boolean {
  if (publicKey === null || head.chain !== chain) return false;
  return personIdOf(publicKey) === personOfChain(chain) && isHeadSignedBy(head, publicKey);
}
