import type { SafetyCopy, WitnessHead } from '#shared/contracts/host.ts';
import { caseOfChain } from '#shared/custody/identify.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { ChainId } from '#shared/domain/ledger.ts';

/** How a chain of the store differs from what the witness saw of it. */
export type LostChain = {
  readonly chain: ChainId;
  /** Null for what belongs to no case. */
  readonly caseId: CaseId | null;
  readonly how: 'missing' | 'shorter' | 'different';
  /** Entries that the witness saw. */
  readonly noted: number;
  /** Entries that stand. */
  readonly found: number;
};

/** What the store has, compared with what the witness saw. */
export type Verdict =
  | { readonly kind: 'whole' }
  | {
      readonly kind: 'lost';
      /** Empty when nothing was noted of them and only copies tell that there was work. */
      readonly chains: readonly LostChain[];
      /** The newest safety copy of each case that lost something. */
      readonly copies: readonly SafetyCopy[];
      /** Cases that lost something and of which there is no copy. */
      readonly without: readonly CaseId[];
    };

/** As much of the store as a comparison needs. */
export type StoredChains = {
  /** Every chain that has an entry. */
  readonly chains: readonly ChainId[];
  /** Entries of the chain that stand; 0 when there is no such chain. */
  readonly length: (chain: ChainId) => Promise<number>;
  /** Hash of an entry; null when it is not there. */
  readonly hashAt: (chain: ChainId, seq: number) => Promise<string | null>;
};

/**
 * Compares the store with the witness, and with what safety copies say of how far a case had come: where a part of the witness
 * is gone as well, they are all that tells. A store that has more than was noted is whole: the note comes after the commit.
 * Copies that the analyst has passed tell nothing.
 *
 * @param noted - heads as the host last heard of them
 * @param copies - all safety copies, the newest first
 */
export async function readVerdict(
  noted: readonly WitnessHead[],
  stored: StoredChains,
  copies: readonly SafetyCopy[],
): Promise<Verdict> {
  const telling = newestOfEach(copies.filter(({ isPassed }) => !isPassed));
  const chains: LostChain[] = [];
  for (const head of latestHeads([...noted, ...telling.flatMap(({ heads }) => heads)])) {
    const lost = await lossOf(head, stored);
    if (lost) chains.push(lost);
  }
  const known = new Set([...stored.chains, ...noted.map(({ chain }) => chain as ChainId)].map(caseOfChain));
  const unnoted = telling.map(({ caseId }) => caseId as CaseId).filter((caseId) => !known.has(caseId));
  if (chains.length === 0 && unnoted.length === 0) return { kind: 'whole' };
  const cases = [...new Set([...chains.flatMap(({ caseId }) => caseId ?? []), ...unnoted])];
  const newest = cases.flatMap((caseId) => copies.find((copy) => copy.caseId === caseId) ?? []);
  const without = cases.filter((caseId) => newest.every((copy) => copy.caseId !== caseId));
  return { kind: 'lost', chains, copies: newest, without };
}

function newestOfEach(copies: readonly SafetyCopy[]): SafetyCopy[] {
  return copies.filter(({ caseId }, at) => copies.findIndex((copy) => copy.caseId === caseId) === at);
}

/** The furthest head of each chain; of two that came equally far the first. */
function latestHeads(heads: readonly WitnessHead[]): WitnessHead[] {
  const latest = new Map<string, WitnessHead>();
  for (const head of heads) if (head.seq > (latest.get(head.chain)?.seq ?? 0)) latest.set(head.chain, head);
  return [...latest.values()];
}

async function lossOf({ chain: name, seq, hash }: WitnessHead, stored: StoredChains): Promise<LostChain | null> {
  const chain = name as ChainId;
  const found = await stored.length(chain);
  const lost = (how: LostChain['how']) => ({ chain, caseId: caseOfChain(chain), how, noted: seq, found });
  if (found === 0) return lost('missing');
  if (found < seq) return lost('shorter');
  return (await stored.hashAt(chain, seq)) === hash ? null : lost('different');
}
