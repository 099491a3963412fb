import '#shared/contracts/without-eval.ts';
import { openCaseRows } from '#renderer/data/case-rows.ts';
import { CopiesDatabase } from '#renderer/data/copies-database.ts';
import { openDatabase } from '#renderer/data/open-database.ts';
import { withCopies } from '#renderer/data/rows-with-copies.ts';
import { ColumnsServer } from './columns/serve-columns.ts';
import { makePause } from './pause.ts';

const server = new ColumnsServer({
  async openFeed(database, caseId) {
    const db = await openDatabase(self, database);
    return withCopies(await openCaseRows(db, caseId), db, new CopiesDatabase(database, self), caseId);
  },
  post: (message) => self.postMessage(message),
  pause: makePause(),
});

self.onmessage = (event: MessageEvent<unknown>) => {
  server.take(event.data).catch((error: unknown) => console.error(error));
};
