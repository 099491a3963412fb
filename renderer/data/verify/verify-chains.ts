import { personOfChain } from '#shared/custody/identify.ts';
import { ChainVerifier } from '#shared/custody/verify-chain.ts';
import type { LedgerHead } from '#shared/domain/ledger.ts';
import { entryOf } from '../stored-entry.ts';
import type { HeadRow } from '../stored-rows.ts';
import type { WorkspaceCore } from '../workspace-core.ts';
import type { VerifyLog } from './verify-report.ts';
import type { VerifyScope } from './verify-scope.ts';

/** Entries read at once. */
const CHUNK = 500;

/** Verifies every chain from its first entry to its head. */
export async function verifyChains(
  core: WorkspaceCore,
  signed: (row: HeadRow) => LedgerHead,
  scope: VerifyScope,
  log: VerifyLog,
): Promise<void> {
  for (const head of scope.heads) await verifyChain(core, head, signed(head), log);
}

async function verifyChain(
  { writer, personId }: WorkspaceCore,
  { chain }: HeadRow,
  head: LedgerHead,
  log: VerifyLog,
): Promise<void> {
  const { db, device, ports } = writer;
  const verifier = new ChainVerifier(chain, ports.now());
  let from = 0;
  for (;;) {
    const stored = await db.ledger
      .where('[chain+seq]')
      .between([chain, from], [chain, Number.POSITIVE_INFINITY], false, true)
      .limit(CHUNK)
      .toArray();
    for (const each of stored) {
      verifier.add(entryOf(each));
      await log.tick('entries');
    }
    const last = stored.at(-1);
    if (!last) break;
    from = last.seq;
  }
  const owner = personOfChain(chain);
  const publicKey = owner === personId ? device.publicKey : ((await db.people.get(owner))?.publicKey ?? null);
  const { faults, dropped, ahead } = verifier.end(head, publicKey);
  for (const { words } of faults) log.fault('chain', chain, words);
  log.counts.dropped += dropped.length;
  log.counts.ahead += ahead.length;
}
