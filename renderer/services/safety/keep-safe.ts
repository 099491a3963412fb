import { watchHeads } from '#renderer/data/watch-heads.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { callHost } from '#renderer/platform/host.ts';
import { dropFromShelf, sweepShelf } from '#renderer/workers/case-file/opfs-shelf.ts';
import { runInWorker } from '#renderer/workers/case-file-client.ts';
import { tableNames, tableSchemas } from '#shared/domain/tables.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { programName } from '../case-file/program-name.ts';
import type { Closing } from '../closing.ts';
import type { Notices } from '../notices.ts';
import { stateOf } from './case-state.ts';
import { storedCopyMemory } from './copy-memory.ts';
import { tellCopyWritten } from './copy-signal.ts';
import { missingRows, missingRowWords, noteRows, type RowCountPorts } from './row-counts.ts';
import { SafetyCopies } from './safety-copies.ts';
import { whileHeard } from './while-heard.ts';
import { WitnessKeeper } from './witness.ts';

/** One window writes safety copies at a time. */
const LOCK = 'casewright-safety-copies';

/** Rows of the machine's own work come and go without a step. */
const COUNTED = tableNames.filter((name) => tableSchemas[name].scope !== 'machine');

/** After the start, so that no first screen waits for it. */
const LOOK_MILLISECONDS = 3000;

/**
 * Keeps the witness and the safety copies of an open workspace, as long as the window is open.
 *
 * @returns a function that ends it
 */
export function keepSafe(workspace: Workspace, closing: Closing, notices: Notices): () => void {
  const heads = () => workspace.history.heads();
  const witness = new WitnessKeeper({
    call: callHost,
    heads,
    tell: teller(notices, 'The witness of this workspace could not be written.'),
  });
  const copies = new SafetyCopies({
    call: callHost,
    heads,
    write: async (caseId) =>
      runInWorker({ type: 'write', database: workspace.db.name, caseId, program: await programName(callHost) }),
    drop: dropFromShelf,
    memory: storedCopyMemory(localStorage),
    written: () => tellCopyWritten(Date.now()),
    inTurn: (task) => navigator.locks.request(LOCK, task),
    now: () => Date.now(),
    later: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    tell: teller(notices, 'A safety copy could not be written.'),
  });
  sweepShelf().catch((error: unknown) => console.warn(error));
  const counts = rowCountPorts(workspace);
  const looking = setTimeout(() => void lookForRows(counts, notices), LOOK_MILLISECONDS);
  const stops = [
    watchHeads(workspace, () => {
      void witness.changed();
      copies.changed().catch((error: unknown) => console.error(error));
    }),
    closing.afterAll(async () => {
      await whileHeard(callHost, () => Promise.all([witness.changed(), copies.settle(), noteRows(counts)]));
    }),
  ];
  return () => {
    clearTimeout(looking);
    copies.stop();
    for (const stop of stops) stop();
  };
}

function rowCountPorts({ db, history }: Workspace): RowCountPorts {
  return {
    async count() {
      const counts = await Promise.all(COUNTED.map(async (name) => [name, await db.rows(name).count()] as const));
      return Object.fromEntries(counts);
    },
    state: async () => stateOf(await history.heads()),
    store: localStorage,
  };
}

/** Once the desk stands: counting a hundred thousand articles with all that belongs to them takes a tenth of a second or so. */
async function lookForRows(counts: RowCountPorts, notices: Notices): Promise<void> {
  try {
    const missing = await missingRows(counts);
    if (missing) notices.warn(missingRowWords(missing));
    else await noteRows(counts);
  } catch (error) {
    console.error(error);
  }
}

/** Says once what went wrong, and not again until it has gone well. */
function teller(notices: Notices, what: string): (error: unknown) => void {
  let isTold = false;
  return (error) => {
    if (error === null) isTold = false;
    else {
      console.error(error);
      if (!isTold) notices.warn(`${what} ${toPayload(error).message}`);
      isTold = true;
    }
  };
}
