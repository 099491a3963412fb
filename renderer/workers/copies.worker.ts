import '#shared/contracts/without-eval.ts';
import { CopiesDatabase } from '#renderer/data/copies-database.ts';
import { CopyKeeper } from '#renderer/data/keep-copies.ts';
import { openDatabase } from '#renderer/data/open-database.ts';
import { copiesRequestSchema } from '#shared/contracts/copies-messages.ts';
import { makePause } from './pause.ts';

/** One keeper at a time, whatever number of windows; the others find its work done. */
const LOCK = 'casewright-copies';

const control = { signal: { aborted: false }, onProgress: () => {}, pause: makePause() };

self.onmessage = (event: MessageEvent<unknown>) => {
  const { database } = copiesRequestSchema.parse(event.data);
  navigator.locks
    .request(LOCK, () => run(database))
    .catch((error: unknown) => console.error(error))
    .finally(() => self.postMessage(null));
};

async function run(database: string): Promise<void> {
  const db = await openDatabase(self, database);
  const copies = new CopiesDatabase(database, self);
  try {
    await new CopyKeeper(db, copies).run(control);
  } finally {
    db.close();
    copies.close();
  }
}
