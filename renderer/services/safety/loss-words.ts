import type { SafetyCopy } from '#shared/contracts/host.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { LostChain, Verdict } from './witness-verdict.ts';

/** One thing that is gone, for the analyst. */
export type LossWords = { readonly what: string; readonly detail: string };

type Lost = Extract<Verdict, { kind: 'lost' }>;

/** Names that are told one by one. */
const MOST_NAMED = 5;

const COPY_ALONE = 'A safety copy of it is kept; the store has nothing of it, and no note was left of how far it came.';

/**
 * Says what is gone, case by case, and last what belongs to no case.
 *
 * @param names - of cases that still stand, by id
 */
export function lossWords({ chains, copies }: Lost, names: ReadonlyMap<string, string>): LossWords[] {
  const cases = [...new Set([...chains.map(({ caseId }) => caseId), ...copies.map(({ caseId }) => caseId as CaseId)])];
  return cases
    .sort((a, b) => Number(a === null) - Number(b === null))
    .map((caseId) => {
      const own = chains.filter((chain) => chain.caseId === caseId);
      return { what: nameOf(caseId, copies, names), detail: own.map(chainWords).join(' ') || COPY_ALONE };
    });
}

/**
 * Says of which cases an older safety copy was taken than was offered, because the newer one is damaged.
 *
 * @param timeOf - a moment in the analyst's words
 * @returns null when each is the one that was offered
 */
export function olderCopyWords(
  offered: readonly SafetyCopy[],
  taken: readonly SafetyCopy[],
  timeOf: (writtenAt: string) => string,
): string | null {
  const words = taken.flatMap((copy) => {
    const newest = offered.find(({ caseId }) => caseId === copy.caseId);
    if (!newest || newest.name === copy.name) return [];
    const name = copy.caseName || newest.caseName || copy.name;
    return `"${name}" stands as it was copied on ${timeOf(copy.writtenAt)}: the copy of ${timeOf(newest.writtenAt)} could not be brought back. It is kept.`;
  });
  return words.length > 0 ? words.join(' ') : null;
}

/**
 * Says which facts that cases share stay as they stand here.
 *
 * @param since - what they are otherwise than: "the safety copy", "the case file"
 * @returns null when there are none
 */
export function keptFactWords(names: readonly string[], since: string): string | null {
  if (names.length === 0) return null;
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  const rest = names.length - shown.length;
  const list = rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
  return `What cases share stays where other cases here have changed it: ${list} ${names.length === 1 ? 'stands' : 'stand'} otherwise than in ${since}.`;
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
