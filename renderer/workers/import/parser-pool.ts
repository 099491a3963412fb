import type { AppError } from '#shared/kernel/app-error.ts';
import type { ParserEvent } from './parsed-file.ts';

/** Reads files, one at a time. */
export type FileParser<Task> = {
  /**
   * Reads a file. What it yields is taken one by one: whoever reads ahead does so within bounds.
   *
   * @throws {AppError} `timed-out`, `internal`; the parser is of no more use then
   */
  parse(task: Task): AsyncIterable<ParserEvent>;
  /** Ends it, whatever it is doing. */
  close(): void;
};

/** What one of the parsers said. */
export type PoolEvent<Task> = { readonly task: Task } & (
  | { readonly event: ParserEvent; readonly error: null }
  | { readonly event: null; readonly error: unknown }
);

type PoolOptions<Task> = {
  readonly open: () => FileParser<Task>;
  /** Files that are read at once. */
  readonly size: number;
  /** Ends at once when it aborts, whatever the parsers are doing. */
  readonly signal?: AbortSignal;
};

/** Events that wait for the one who takes them: the parsers go on reading meanwhile. Each is about a megabyte. */
const WAITING = 8;

/**
 * Reads files on several parsers at once and gives what they say as it comes, the events of one file in their order. A parser that
 * failed is ended and another one goes on with the next file.
 */
export async function* parseAll<Task>(
  tasks: Iterable<Task>,
  { open, size, signal }: PoolOptions<Task>,
): AsyncGenerator<PoolEvent<Task>> {
  const queue = new EventQueue<PoolEvent<Task>>(WAITING);
  const next = tasks[Symbol.iterator]();
  const slots = Array.from({ length: size }, () => new Slot(open, queue));
  const work = Promise.all(slots.map((slot) => slot.run(next))).finally(() => queue.end());
  work.catch(() => undefined); // thrown where it is awaited
  const stop = () => queue.abandon();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const event = await queue.take();
      if (event === null) break;
      yield event;
    }
    // a parser that is stuck would be waited for
    if (!signal?.aborted) await work;
  } finally {
    signal?.removeEventListener('abort', stop);
    queue.abandon();
    for (const slot of slots) slot.close();
  }
}

class Slot<Task> {
  private readonly open: () => FileParser<Task>;
  private readonly queue: EventQueue<PoolEvent<Task>>;
  private parser: FileParser<Task> | null = null;
  private isClosed = false;

  constructor(open: () => FileParser<Task>, queue: EventQueue<PoolEvent<Task>>) {
    this.open = open;
    this.queue = queue;
  }

  /** Reads files until there are none left. */
  async run(tasks: Iterator<Task>): Promise<void> {
    for (let next = tasks.next(); !next.done && !this.isClosed; next = tasks.next()) await this.read(next.value);
    this.close();
  }

  close(): void {
    this.isClosed = true;
    this.parser?.close();
    this.parser = null;
  }

  private async read(task: Task): Promise<void> {
    try {
      this.parser ??= this.open();
      for await (const event of this.parser.parse(task)) {
        await this.queue.put({ task, event, error: null });
        if (this.isClosed) return;
      }
    } catch (error) {
      this.parser?.close();
      this.parser = null;
      if (!this.isClosed) await this.queue.put({ task, event: null, error: error as AppError });
    }
  }
}

/** What was put waits to be taken; who puts more than may wait, waits too. */
class EventQueue<T> {
  private readonly most: number;
  private readonly waiting: T[] = [];
  private isEnded = false;
  private wakeTaker: (() => void) | null = null;
  private wakePutters: (() => void)[] = [];

  constructor(most: number) {
    this.most = most;
  }

  async put(value: T): Promise<void> {
    this.waiting.push(value);
    this.wakeTaker?.();
    while (this.waiting.length > this.most && !this.isEnded) {
      await new Promise<void>((wake) => this.wakePutters.push(wake));
    }
  }

  async take(): Promise<T | null> {
    while (this.waiting.length === 0 && !this.isEnded) {
      await new Promise<void>((wake) => {
        this.wakeTaker = wake;
      });
    }
    const value = this.waiting.shift() ?? null;
    this.wakeAll();
    return value;
  }

  /** Nothing more is put. */
  end(): void {
    this.isEnded = true;
    this.wakeTaker?.();
  }

  /** Nothing more is taken. */
  abandon(): void {
    this.end();
    this.waiting.length = 0;
    this.wakeAll();
  }

  private wakeAll(): void {
    for (const wake of this.wakePutters.splice(0)) wake();
  }
}
