import { joinSharedWorker, startWorker } from '#renderer/platform/trusted-worker.ts';
import {
  type HubMessage,
  hubMessageSchema,
  type IndexAnswers,
  type IndexQuestion,
  type IndexState,
  type QuestionOf,
  type SearchMessage,
  type SearchRequest,
} from '#shared/contracts/search-messages.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { openReply, type Reply } from '#shared/kernel/reply.ts';
import url from './search.worker.ts?worker&url';
import hubUrl from './search-hub.worker.ts?worker&url';

type Waiting = {
  readonly request: SearchRequest & { type: 'ask' };
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/** Too many ends in a row mean that the next worker would not live either. */
const MOST_RESTARTS = 5;
const RESTART_MS = 250;

/**
 * The search of a workspace as one window asks it. All windows share one worker: the window that holds a lock owns it; when that
 * closes, or its worker dies, another takes over, and what was not answered is asked again.
 */
export class SearchClient {
  private readonly database: string;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Set<(state: IndexState) => void>();
  private readonly closing = new AbortController();
  private hub: MessagePort | null = null;
  private port: MessagePort | null = null;
  private worker: Worker | null = null;
  private asked = 0;
  private failure: AppError | null = null;
  /** How the index stood last; null before it was told. */
  state: IndexState | null = null;

  /** @param database - the workspace's */
  constructor(database: string) {
    this.database = database;
  }

  /** Joins the other windows, or begins alone; nothing happens when it has begun. */
  start(): void {
    if (this.hub || this.closing.signal.aborted) return;
    this.join();
    void this.own();
  }

  /**
   * Asks the index; a newer question of the same slot takes the place of this one.
   *
   * @throws {AppError} `cancelled` when another question took its place; what the index could not do
   */
  ask<Kind extends IndexQuestion['type']>(
    question: QuestionOf<Kind>,
    slot: string = question.type,
  ): Promise<IndexAnswers[Kind]> {
    this.start();
    if (this.failure) return Promise.reject(this.failure);
    for (const [ask, { request, reject }] of this.waiting) {
      if (request.slot !== slot) continue;
      this.waiting.delete(ask);
      reject(new AppError('cancelled', 'Something else was asked.'));
    }
    const ask = this.asked++;
    const request = { type: 'ask' as const, ask, slot, question };
    return new Promise<unknown>((resolve, reject) => {
      this.waiting.set(ask, { request, resolve, reject });
      this.port?.postMessage(request);
    }) as Promise<IndexAnswers[Kind]>;
  }

  /** Hears how the index stands, whenever that changes; what is returned ends that. */
  listen(listener: (state: IndexState) => void): () => void {
    this.listeners.add(listener);
    if (this.state) listener(this.state);
    return () => this.listeners.delete(listener);
  }

  /** Leaves the other windows; if this one owned the index, another takes over. */
  close(): void {
    this.closing.abort();
    this.port?.postMessage({ type: 'close' } satisfies SearchRequest);
    this.worker?.terminate();
    this.hub?.close();
    for (const { reject } of this.waiting.values()) reject(new AppError('cancelled', 'The search was left.'));
    this.waiting.clear();
  }

  private join(): void {
    const { port } = joinSharedWorker(hubUrl, 'casewright-search-hub');
    this.hub = port;
    port.onmessage = ({ data, ports }: MessageEvent<unknown>) => {
      const parsed = hubMessageSchema.safeParse(data);
      if (!parsed.success) return console.error(parsed.error);
      const [handed] = ports;
      if (parsed.data.type === 'hello') this.greet(parsed.data.lock);
      else if (parsed.data.type === 'owner') this.connect();
      else if (parsed.data.type === 'serve' && handed) this.worker?.postMessage({ type: 'port' }, [handed]);
    };
  }

  private greet(lock: string): void {
    if (this.worker) this.sayToHub({ type: 'own' });
    // granted when the hub has died with the window in whose process it lived: the next one to join begins another
    void this.whenFree(lock, () => {
      this.join();
    });
  }

  /** Brings the owner a new port, and asks on it what was not answered. */
  private connect(): void {
    this.port?.close();
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }: MessageEvent<SearchMessage>) => this.take(data);
    this.sayToHub({ type: 'connect' }, [port2]);
    for (const { request } of this.waiting.values()) port1.postMessage(request);
  }

  /** Waits until no other window owns the index, then owns it as long as this window stands. */
  private async own(): Promise<void> {
    await this.whenFree(`casewright-search-owner ${this.database}`, async () => {
      for (let restarts = 0; restarts < MOST_RESTARTS && !this.closing.signal.aborted; restarts++) {
        const began = performance.now();
        await this.runWorker();
        if (performance.now() - began > RESTART_MS * MOST_RESTARTS) restarts = 0;
        else await new Promise((resume) => setTimeout(resume, RESTART_MS * restarts));
      }
      if (!this.closing.signal.aborted) this.giveUp();
    });
  }

  private giveUp(): void {
    this.failure = new AppError(
      'unavailable',
      'The search ended several times by a fault of its own. Open the desk again.',
    );
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }

  /** Ends when the worker has died. */
  private async runWorker(): Promise<void> {
    const lock = `casewright-search-files ${this.database}`;
    const worker = startWorker(url, 'search');
    this.worker = worker;
    const opened = new Promise<void>((resolve) => {
      // one that could not open its files lives on, to say so to whoever asks
      worker.onmessage = () => resolve();
      worker.onerror = () => resolve();
    });
    worker.postMessage({ type: 'open', database: this.database, lock });
    this.sayToHub({ type: 'own' });
    await opened;
    await this.whenFree(lock, () => {});
    worker.terminate();
    this.worker = null;
  }

  private async whenFree(lock: string, then: () => void | Promise<void>): Promise<void> {
    try {
      await navigator.locks.request(lock, { signal: this.closing.signal }, then);
    } catch (error) {
      if (!this.closing.signal.aborted) throw error;
    }
  }

  private sayToHub(message: HubMessage, transfer: Transferable[] = []): void {
    this.hub?.postMessage(message, transfer);
  }

  private take(message: SearchMessage): void {
    if (message.type === 'state') {
      this.state = message.state;
      for (const listener of this.listeners) listener(message.state);
    } else this.settle(message.ask, message.reply);
  }

  private settle(ask: number, reply: Reply<unknown>): void {
    const waiting = this.waiting.get(ask);
    this.waiting.delete(ask);
    if (!waiting) return;
    try {
      waiting.resolve(openReply(reply));
    } catch (error) {
      waiting.reject(error);
    }
  }
}
