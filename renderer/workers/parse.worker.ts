import '#shared/contracts/without-eval.ts';
import { type ParseMessage, type ParseRequest, parseRequestSchema } from '#shared/contracts/parse-messages.ts';
import { buffersOf } from './import/pack-records.ts';
import { parseFile } from './import/parse-file.ts';
import { hintsOf } from './import/parse-here.ts';
import type { ParserEvent } from './import/parsed-file.ts';
import { makePause } from './pause.ts';

/** Messages on their way at once: one is taken while the next is made. */
const AHEAD = 2;
/** Milliseconds between two words about progress. */
const SAY_EVERY = 100;

let credit = 0;
let wake: (() => void) | null = null;

self.onmessage = (event: MessageEvent<unknown>) => {
  const parsed = parseRequestSchema.safeParse(event.data);
  if (!parsed.success) return console.error(parsed.error);
  const request = parsed.data;
  if (request.type === 'more') {
    credit++;
    wake?.();
    return;
  }
  credit = AHEAD;
  parse(request).catch((error: unknown) => {
    console.error(error);
    say({ type: 'broken', turn: request.turn, message: String(error) });
  });
};

async function parse({ turn, chosen, choices, mappings }: ParseRequest & { type: 'parse' }): Promise<void> {
  let said = performance.now();
  const onProgress = (read: number) => {
    if (performance.now() - said < SAY_EVERY) return;
    said = performance.now();
    say({ type: 'progress', turn, read });
  };
  const job = { signal: { aborted: false }, onProgress, pause: makePause() };
  let events: ParserEvent[] = [];
  // a small file is said in one message: its records and its end
  for await (const event of parseFile({ source: chosen.file, hints: hintsOf(chosen), choices, mappings }, job)) {
    if (events.length > 0 && event.type !== 'ended') {
      await tell(turn, events);
      events = [];
    }
    events.push(event);
  }
  await tell(turn, events);
}

async function tell(turn: number, events: readonly ParserEvent[]): Promise<void> {
  while (credit === 0) {
    await new Promise<void>((resume) => {
      wake = resume;
    });
  }
  credit--;
  const buffers = events.flatMap((event) => {
    if (event.type === 'records') return buffersOf(event.records);
    return event.type === 'ended' && event.end.whole ? [event.end.whole.buffer] : [];
  });
  say({ type: 'events', turn, events }, buffers);
}

function say(message: ParseMessage<ParserEvent>, handedOver: ArrayBuffer[] = []): void {
  self.postMessage(message, { transfer: handedOver });
}
