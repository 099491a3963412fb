import { caseOfChain, personOfChain } from '#shared/custody/identify.ts';
import { type ChainReport, ChainVerifier } from '#shared/custody/verify-chain.ts';
import { type LedgerHead, ledgerEntrySchema } from '#shared/domain/ledger.ts';
import type { Person } from '#shared/domain/person.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { parseWith } from './check-rows.ts';
import type { CaseFileSummary } from './file-schemas.ts';
import type { Line } from './json-lines.ts';
import { ledgerPath } from './layout.ts';

/** One chain of a case file after it was verified, and who wrote it. */
export type VerifiedChain = { readonly head: LedgerHead; readonly person: Person; readonly report: ChainReport };

/**
 * Checks that a case file has exactly the chains that its summary names, each once and each of this case.
 *
 * @param chains - those there are files for
 * @throws {AppError} `bad-input`
 */
export function checkChainList({ heads, caseId }: CaseFileSummary, chains: readonly string[]): void {
  const named = new Set<string>(heads.map(({ chain }) => chain));
  if (named.size !== heads.length) throw new AppError('bad-input', 'casefile.json names a chain twice.');
  for (const { chain } of heads) {
    if (caseOfChain(chain) !== caseId) throw new AppError('bad-input', `The chain ${chain} belongs to another case.`);
    if (!chains.includes(chain)) throw new AppError('altered', `${ledgerPath(chain)} is missing.`);
  }
  const stray = chains.find((chain) => !named.has(chain));
  if (stray !== undefined) throw new AppError('bad-input', `casefile.json does not name the chain ${stray}.`);
}

/**
 * Verifies one chain against its signed head.
 *
 * @param now - wall clock in milliseconds, against which clocks ahead are told
 * @throws {AppError} `altered` naming file and entry when an entry was altered, dropped or reordered, or the head is not
 * signed by the chain's device; `bad-input` for a malformed entry or a device that is nobody's
 */
export async function verifyChainFile(
  head: LedgerHead,
  people: ReadonlyMap<string, Person>,
  pieces: AsyncIterable<readonly Line[]>,
  now: number,
): Promise<VerifiedChain> {
  const path = ledgerPath(head.chain);
  const person = people.get(personOfChain(head.chain));
  if (!person) throw new AppError('bad-input', `${path}: the device that wrote it is not among the people.`);
  const verifier = new ChainVerifier(head.chain, now);
  for await (const lines of pieces) {
    for (const line of lines) verifier.add(parseWith(ledgerEntrySchema, path, line));
  }
  const report = verifier.end(head, person.publicKey);
  const [fault] = report.faults;
  if (fault) throw new AppError('altered', `${path}, line ${fault.seq}: ${fault.words}`);
  return { head, person, report };
}
