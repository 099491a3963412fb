import type { CDPSession, Page } from '@playwright/test';

/** What an engine says of one heap, in bytes. */
type HeapUsage = {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
};

/**
 * Bytes that a page and its workers hold once what can go has gone: objects, what the engine keeps for the document, and the
 * contents of array buffers.
 */
export async function memoryOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const workers: string[] = [];
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId);
  });
  // Not flat: Playwright passes on messages of its own sessions only.
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await session.send('HeapProfiler.collectGarbage');
  let bytes = sizeOf(await session.send('Runtime.getHeapUsage'));
  for (const worker of workers) {
    await ask(session, worker, 'HeapProfiler.collectGarbage');
    bytes += sizeOf(await ask(session, worker, 'Runtime.getHeapUsage'));
  }
  await session.detach();
  return bytes;
}

let lastId = 0;

function ask(session: CDPSession, sessionId: string, method: string): Promise<HeapUsage> {
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    const hear = ({ message }: { message: string }) => {
      const answer: { id?: number; result?: HeapUsage; error?: { message: string } } = JSON.parse(message);
      if (answer.id !== id) return;
      session.off('Target.receivedMessageFromTarget', hear);
      if (answer.result) resolve(answer.result);
      else reject(new Error(answer.error?.message ?? `${method} was not answered.`));
    };
    session.on('Target.receivedMessageFromTarget', hear);
    const message = JSON.stringify({ id, method });
    session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
  });
}

function sizeOf({ usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }: HeapUsage): number {
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}
