import '#shared/contracts/without-eval.ts';
import { openWorkspace } from '#renderer/data/workspace.ts';
import {
  type ImportCounts,
  type ImportMessage,
  type ImportRequest,
  importRequestSchema,
} from '#shared/contracts/import-messages.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { importFiles } from './import/import-files.ts';
import { makePause } from './pause.ts';

/** Milliseconds between two words about progress: more often than anyone sees. */
const SAY_EVERY = 60;
/** One importer at a time, whatever number of windows: two that bring the same publisher would stand in each other's way. */
const LOCK = 'casewright-import';

const controller = new AbortController();
const post = (message: ImportMessage) => self.postMessage(message);

self.onmessage = (event: MessageEvent<unknown>) => {
  const parsed = importRequestSchema.safeParse(event.data);
  if (!parsed.success) return console.error(parsed.error);
  if (parsed.data.type === 'cancel') return controller.abort();
  const request = parsed.data;
  navigator.locks
    .request(LOCK, () => run(request))
    .catch((error: unknown) => {
      console.error(error);
      post({ type: 'broken', error: toPayload(error) });
    });
};

async function run({ database, caseId, files, from }: ImportRequest & { type: 'start' }): Promise<void> {
  const workspace = await openWorkspace({
    name: database,
    now: () => Date.now(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  let said = 0;
  let latest: ImportCounts | null = null;
  const onCounts = (counts: ImportCounts) => {
    latest = counts;
    if (performance.now() - said < SAY_EVERY) return;
    said = performance.now();
    post({ type: 'progress', counts });
  };
  const control = { signal: controller.signal, onProgress: () => {}, pause: makePause() };
  try {
    const result = await importFiles({ workspace, caseId, files, from, onCounts }, control);
    post({ type: 'ended', ...result });
  } catch (error) {
    if (latest) post({ type: 'progress', counts: latest });
    throw error;
  } finally {
    workspace.close();
  }
}
