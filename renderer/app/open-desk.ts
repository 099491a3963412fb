import { openWorkspace, type Workspace } from '#renderer/data/workspace.ts';
import { callHost } from '#renderer/platform/host.ts';
import { acceptStore, checkStore, restoreCopies } from '#renderer/services/safety/check-store.ts';
import { keptFactWords, lossWords, olderCopyWords } from '#renderer/services/safety/loss-words.ts';
import type { Verdict } from '#renderer/services/safety/witness-verdict.ts';
import { runInWorker } from '#renderer/workers/case-file-client.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { dayAndTime } from './clock-words.ts';
import type { Opened, Vanished } from './desk-state.ts';

/** Clock and chance of this machine. */
const ports = {
  now: () => Date.now(),
  randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

/** What each host is called. */
const HOLDERS = { electron: 'Casewright’s own window', loopback: 'an installed browser' } as const;

/**
 * Opens the workspace of this machine. When it is as the witness saw it last, the host records that this place holds it; else
 * the analyst is told what is gone before anything opens.
 *
 * @throws {AppError} `newer-version` for a store from a later version, which is left untouched; `disk-full`, `unavailable`
 */
export async function openDesk(): Promise<Opened> {
  const workspace = await openWorkspace(ports);
  const verdict = await checkStore(workspace, callHost);
  if (verdict.kind === 'lost') return vanished(workspace, verdict);
  await callHost('place:hold', null);
  return { kind: 'open', workspace };
}

async function vanished(workspace: Workspace, verdict: Verdict & { kind: 'lost' }): Promise<Vanished> {
  const names = new Map((await workspace.cases.list()).map(({ id, name }) => [id as string, name]));
  const database = workspace.db.name;
  const { hostKind, heldBy } = await callHost('host:describe', null);
  const isMove = heldBy !== null && heldBy.hostKind !== hostKind;
  return {
    kind: 'vanished',
    losses: lossWords(verdict, names),
    movedFrom: isMove ? HOLDERS[heldBy.hostKind] : null,
    isWhole: isMove && verdict.copies.length === 0 && verdict.chains.every(({ caseId }) => caseId === null),
    copies: verdict.copies.map(({ name, caseName, writtenAt }) => ({
      name,
      caseName,
      written: dayAndTime(writtenAt as Instant),
    })),
    async restore() {
      const taken = await restoreCopies(workspace, verdict.copies, {
        call: callHost,
        verify: (file) => runInWorker({ type: 'verify', file }),
        restore: (file) => runInWorker({ type: 'restore', database, file, place: 'instead' }),
      });
      workspace.close();
      const older = olderCopyWords(verdict.copies, taken.copies, (writtenAt) => dayAndTime(writtenAt as Instant));
      const words = [older, keptFactWords(taken.kept, 'the safety copy')].filter((each) => each !== null);
      return words.length > 0 ? words.join(' ') : null;
    },
    async startAnew() {
      await acceptStore(workspace, callHost);
      workspace.close();
    },
  };
}
