import type { ParseMessage, ParseRequest } from '#shared/contracts/parse-messages.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { ParseTask } from './parse-here.ts';
import type { ParserEvent } from './parsed-file.ts';
import type { FileParser } from './parser-pool.ts';

/** As much of a worker as is used here. */
export type ParserPort = {
  postMessage(message: ParseRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<ParseMessage<ParserEvent>>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

/** How long a parser may take. */
export type ParserLimits = {
  /** Milliseconds in which it has to get on with a file. */
  readonly silence: number;
  /** Milliseconds that any file may take. */
  readonly least: number;
  /** Bytes for which it may take a millisecond more. */
  readonly bytesEach: number;
};

/** A slow machine under load reads ten times as fast as this. */
export const PARSER_LIMITS: ParserLimits = { silence: 60_000, least: 300_000, bytesEach: 50 };

/** A parser at the other end of a port, which is given up when it takes too long. */
export function parserOver(port: ParserPort, limits: ParserLimits = PARSER_LIMITS): FileParser<ParseTask> {
  let turn = 0;
  return {
    parse(task) {
      turn++;
      return eventsOf(port, turn, task, limits);
    },
    close: () => port.terminate(),
  };
}

async function* eventsOf(
  port: ParserPort,
  turn: number,
  task: ParseTask,
  limits: ParserLimits,
): AsyncGenerator<ParserEvent> {
  const heard = new HeardMessages(port, turn, task.file.size, limits);
  const { choices, mappings, number: _, ...chosen } = task;
  port.postMessage({ type: 'parse', turn, chosen, choices, mappings: [...mappings] });
  for (;;) {
    const message = await heard.next();
    if (message.type === 'progress') yield message;
    else {
      for (const event of message.events) {
        yield event;
        if (event.type === 'ended') return;
      }
      port.postMessage({ type: 'more' });
    }
  }
}

type Message = Exclude<ParseMessage<ParserEvent>, { type: 'broken' }>;

/** What a parser has said and nobody has taken yet. */
class HeardMessages {
  private readonly waiting: Message[] = [];
  private fault: AppError | null = null;
  private wake: (() => void) | null = null;
  private read = 0;
  /** Milliseconds in which nothing but the parser was waited for. */
  private spent = 0;
  private readonly limits: ParserLimits;
  private readonly most: number;

  constructor(port: ParserPort, turn: number, size: number, limits: ParserLimits) {
    this.limits = limits;
    this.most = limits.least + size / limits.bytesEach;
    port.onmessage = ({ data }) => {
      if (data.turn !== turn) return;
      if (data.type === 'broken') this.fault = broken(data.message);
      else this.waiting.push(data);
      this.wake?.();
    };
    port.onerror = (event) => {
      event.preventDefault?.();
      this.fault = broken(event.message);
      this.wake?.();
    };
  }

  /**
   * The next message.
   *
   * @throws {AppError} `timed-out` when the parser does not get on, or takes longer than any file may; `internal` when it broke
   */
  async next(): Promise<Message> {
    let silent = 0;
    for (;;) {
      const message = this.waiting.shift();
      if (message && this.isGettingOn(message)) return message;
      if (this.fault) throw this.fault;
      const least = Math.min(this.limits.silence - silent, this.most - this.spent);
      if (least <= 0) throw timedOut();
      const waited = await this.wait(least);
      silent += waited;
      this.spent += waited;
    }
  }

  private isGettingOn(message: Message): boolean {
    if (message.type === 'events') return true;
    const isFurther = message.read > this.read;
    this.read = Math.max(this.read, message.read);
    return isFurther;
  }

  /** @returns the milliseconds that it took */
  private async wait(most: number): Promise<number> {
    const started = performance.now();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, most);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = null;
    return performance.now() - started;
  }
}

function broken(message: string): AppError {
  const words = 'The workbench could not read it: a fault of its own, noted in the log. The other files are in.';
  return new AppError('internal', words, message);
}

function timedOut(): AppError {
  return new AppError(
    'timed-out',
    'Reading it took too long and was stopped: it may be built to keep readers busy, or be damaged. Open it in its own program, save it anew, then import that.',
  );
}
