import type { SafetyCopy } from '#shared/contracts/host.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { LostChain, Verdict } from './witness-verdict.ts';

/** One thing that is gone, for the analyst. */
export type LossWords = { readonly what: string; readonly detail: string };

type Lost = Extract<Verdict, { kind: 'lost' }>;

/**
 * Says what is gone, case by case, and last what belongs to no case.
 *
 * @param names - of cases that still stand, by id
 */
export function lossWords({ chains, copies }: Lost, names: ReadonlyMap<string, string>): LossWords[] {
  const cases = [...new Set(chains.map(({ caseId }) => caseId))];
  return cases
    .sort((a, b) => Number(a === null) - Number(b === null))
    .map((caseId) => {
      const own = chains.filter((chain) => chain.caseId === caseId);
      return { what: nameOf(caseId, copies, names), detail: own.map(chainWords).join(' ') };
    });
}

function nameOf(caseId: CaseId | null, copies: readonly SafetyCopy[], names: ReadonlyMap<string, string>): string {
  if (caseId === null) return 'The log of imports, sources and the device';
  const name = names.get(caseId) ?? copies.find((copy) => copy.caseId === caseId)?.caseName;
  return name ? `The case "${name}"` : `A case without a safety copy (${caseId})`;
}

function chainWords({ how, noted, found }: LostChain): string {
  const steps = noted === 1 ? '1 step was saved' : `${noted} steps were saved`;
  if (how === 'missing') return `${steps}, none is left.`;
  if (how === 'shorter') return `${steps}, ${found} ${found === 1 ? 'is' : 'are'} left.`;
  return `${steps}; what stands now is not what was saved.`;
}
