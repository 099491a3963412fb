import '#shared/contracts/without-eval.ts';
import type { SteppedImport } from '#renderer/data/repositories/imports.ts';
import { openWorkspace, type Workspace } from '#renderer/data/workspace.ts';
import { type ImportMessage, type ImportRequest, importRequestSchema } from '#shared/contracts/import-messages.ts';
import type { ImportId } from '#shared/domain/ids.ts';
import { AppError, toPayload } from '#shared/kernel/app-error.ts';
import { HaltGate } from './import/halt-gate.ts';
import { importFiles } from './import/import-files.ts';
import { IMPORT_LOCK } from './import-lock.ts';
import { startParser } from './parser-client.ts';
import { makePause } from './pause.ts';

/** Milliseconds between two words about progress: more often than anyone sees. */
const SAY_EVERY = 60;
/** Files that are read at once: a stuck one must not keep all others waiting, and more than this only wait for the one who writes. */
const PARSERS = { least: 2, most: 4 } as const;

const controller = new AbortController();
const gate = new HaltGate();
const post = (message: ImportMessage) => self.postMessage(message);

self.onmessage = (event: MessageEvent<unknown>) => {
  const parsed = importRequestSchema.safeParse(event.data);
  if (!parsed.success) return console.error(parsed.error);
  const request = parsed.data;
  if (request.type === 'pause') return gate.close();
  if (request.type === 'resume') return gate.open();
  if (request.type === 'cancel') {
    controller.abort();
    return gate.open();
  }
  // one importer at a time, whatever number of windows: two that bring the same publisher would stand in each other's way
  navigator.locks
    .request(IMPORT_LOCK, () => run(request))
    .catch((error: unknown) => {
      console.error(error);
      post({ type: 'broken', error: toPayload(error) });
    });
};

async function run({ database, caseId, files, from, choices, resumes }: ImportRequest & { type: 'start' }) {
  const workspace = await openWorkspace({
    name: database,
    now: () => Date.now(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  let said = 0;
  let latest: ImportMessage | null = null;
  const onCounts = (counts: (ImportMessage & { type: 'progress' })['counts'], share: number) => {
    latest = { type: 'progress', counts, share };
    if (performance.now() - said < SAY_EVERY) return;
    said = performance.now();
    post(latest);
  };
  const size = Math.min(PARSERS.most, Math.max(PARSERS.least, navigator.hardwareConcurrency - 1));
  const control = { signal: controller.signal, onProgress: () => {}, pause: makePause() };
  try {
    const resumed = resumes ? await importToResume(workspace, resumes) : null;
    const onBegun = (row: SteppedImport) => post({ type: 'begun', import: row });
    const job = { workspace, caseId, files, from, choices, onBegun, onCounts, whilePaused: () => gate.passed() };
    const result = await importFiles(
      { ...job, ...(resumed ? { resumed } : {}), parsers: { open: startParser, size } },
      control,
    );
    post({ type: 'ended', ...result });
  } catch (error) {
    if (latest) post(latest);
    throw error;
  } finally {
    workspace.close();
  }
}

async function importToResume({ imports }: Workspace, id: ImportId): Promise<SteppedImport> {
  const row = await imports.get(id);
  if (!row?.group) throw new AppError('not-found', 'This import cannot be taken up again: choose its files anew.');
  return { ...row, group: row.group };
}
