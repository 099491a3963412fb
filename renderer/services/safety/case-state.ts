import { caseOfChain } from '#shared/custody/identify.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { ChainId } from '#shared/domain/ledger.ts';

/** The last entry of a chain. */
export type Head = { readonly chain: ChainId; readonly seq: number; readonly hash: string };

/** One text that differs whenever anything of a case was changed: the heads of its chains. */
export function stateOf(heads: readonly Head[]): string {
  return heads
    .map(({ chain, seq, hash }) => `${chain} ${seq} ${hash}`)
    .sort()
    .join('\n');
}

/** The state of each case, from all heads of a workspace. Chains of no case are left out. */
export function caseStates(heads: readonly Head[]): Map<CaseId, string> {
  const byCase = new Map<CaseId, Head[]>();
  for (const head of heads) {
    const caseId = caseOfChain(head.chain);
    if (caseId !== null) byCase.set(caseId, [...(byCase.get(caseId) ?? []), head]);
  }
  return new Map([...byCase].map(([caseId, own]) => [caseId, stateOf(own)]));
}
