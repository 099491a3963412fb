import '#shared/contracts/without-eval.ts';
import { openWorkspace } from '#renderer/data/workspace.ts';
import { type CaseFileJob, caseFileRequestSchema } from '#shared/contracts/case-file-messages.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { opfsShelf } from './case-file/opfs-shelf.ts';
import type { CaseFileMessage } from './case-file/results.ts';
import { runCaseFileJob } from './case-file/run-job.ts';

/** Milliseconds between two words about progress: more often than anyone sees. */
const SAY_EVERY = 60;

const controller = new AbortController();
const ports = {
  now: () => Date.now(),
  randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
const post = (message: CaseFileMessage) => self.postMessage(message);

self.onmessage = (event: MessageEvent<unknown>) => {
  const parsed = caseFileRequestSchema.safeParse(event.data);
  if (!parsed.success) return console.error(parsed.error);
  if (parsed.data.type === 'cancel') return controller.abort();
  run(parsed.data).then(post, (error: unknown) => {
    console.error(error);
    post({ type: 'broken', error: toPayload(error) });
  });
};

function run(job: CaseFileJob) {
  let said = 0;
  return runCaseFileJob(job, {
    openWorkspace: (name) => openWorkspace({ name, ...ports }),
    shelf: opfsShelf,
    ports,
    signal: controller.signal,
    pause: nextTurn,
    onProgress: (progress) => {
      if (performance.now() - said < SAY_EVERY) return;
      said = performance.now();
      post({ type: 'progress', ...progress });
    },
  });
}

/** Lets waiting messages in. A timer would wait four milliseconds, some hundred times a job. */
function nextTurn(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
}
