import '#shared/contracts/without-eval.ts';
import { openWorkspace } from '#renderer/data/workspace.ts';
import { type ImportMessage, type ImportRequest, importRequestSchema } from '#shared/contracts/import-messages.ts';
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
  const result = await importFiles(
    {
      workspace,
      caseId,
      files,
      from,
      onCounts: (counts) => {
        if (performance.now() - said < SAY_EVERY) return;
        said = performance.now();
        post({ type: 'progress', counts });
      },
    },
    { signal: controller.signal, onProgress: () => {}, pause: makePause() },
  );
  workspace.close();
  post({ type: 'ended', ...result });
}
