import '#shared/contracts/without-eval.ts';
import { openCaseRows } from '#renderer/data/case-rows.ts';
import { openDatabase } from '#renderer/data/open-database.ts';
import { ColumnsServer } from './columns/serve-columns.ts';
import { makePause } from './pause.ts';

const server = new ColumnsServer({
  openFeed: async (database, caseId) => openCaseRows(await openDatabase(self, database), caseId),
  post: (message) => self.postMessage(message),
  pause: makePause(),
});

self.onmessage = (event: MessageEvent<unknown>) => {
  server.take(event.data).catch((error: unknown) => console.error(error));
};
