import { describe, expect, it } from 'vitest';
import type { ParserEvent } from '#renderer/workers/import/parsed-file.ts';
import { type ParserLimits, type ParserPort, parserOver } from '#renderer/workers/import/parser-over.ts';
import type { ParseMessage, ParseRequest } from '#shared/contracts/parse-messages.ts';

const ENDED: ParserEvent = { type: 'ended', end: { sha256: null, container: null, whole: null } };
const LIMITS: ParserLimits = { silence: 60, least: 100_000, bytesEach: 1 };

describe('a parser at the other end of a port', () => {
  it('hands over what it is told, and asks for more until the file has ended', async () => {
    const { port, asked, say } = pretendedWorker();
    const events = read(port);
    say({ type: 'events', turn: 1, events: [{ type: 'records', records: [] }] });
    say({ type: 'events', turn: 1, events: [ENDED] });

    expect(await events).toEqual([{ type: 'records', records: [] }, ENDED]);
    expect(asked.map(({ type }) => type)).toEqual(['parse', 'more']);
  });

  it('is given up when it says nothing for too long', async () => {
    const { port } = pretendedWorker();

    await expect(read(port)).rejects.toMatchObject({ code: 'timed-out' });
  });

  it('is given up when it says again and again that it is no further', async () => {
    const { port, say } = pretendedWorker();
    const saying = setInterval(() => say({ type: 'progress', turn: 1, read: 5 }), 10);

    await expect(read(port)).rejects.toMatchObject({ code: 'timed-out' });
    clearInterval(saying);
  });

  it('is given up when it gets on, but takes longer than any file may', async () => {
    const { port, say } = pretendedWorker();
    let bytes = 0;
    const saying = setInterval(() => say({ type: 'progress', turn: 1, read: bytes++ }), 5);

    await expect(read(port, { ...LIMITS, least: 100 })).rejects.toMatchObject({ code: 'timed-out' });
    clearInterval(saying);
  });

  it('has as long as it likes while nobody takes what it said', async () => {
    const { port, say } = pretendedWorker();
    const parser = parserOver(port, LIMITS);
    const events = parser.parse(taskOf('a.txt'))[Symbol.asyncIterator]();
    const first = events.next();
    say({ type: 'events', turn: 1, events: [{ type: 'records', records: [] }] });
    await first;

    await new Promise((resume) => setTimeout(resume, 150));
    say({ type: 'events', turn: 1, events: [ENDED] });

    expect((await events.next()).value).toEqual(ENDED);
  });

  it('is told to have broken, in words for the analyst', async () => {
    const { port, say } = pretendedWorker();
    const events = read(port);
    say({ type: 'broken', turn: 1, message: 'RangeError: stack' });

    await expect(events).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('noted in the log'),
    });
  });

  it('does not take what was said of the file before for the next one', async () => {
    const { port, say } = pretendedWorker();
    const parser = parserOver(port, LIMITS);
    const first = collect(parser.parse(taskOf('a.txt')));
    say({ type: 'events', turn: 1, events: [ENDED] });
    await first;
    const second = collect(parser.parse(taskOf('b.txt')));
    say({ type: 'progress', turn: 1, read: 99 });
    say({ type: 'events', turn: 2, events: [ENDED] });

    expect(await second).toEqual([ENDED]);
  });
});

function pretendedWorker() {
  const asked: ParseRequest[] = [];
  const port: ParserPort = {
    postMessage: (message) => void asked.push(message),
    terminate: () => {},
    onmessage: null,
    onerror: null,
  };
  const say = (data: ParseMessage<ParserEvent>) => {
    setTimeout(() => port.onmessage?.({ data } as MessageEvent<ParseMessage<ParserEvent>>));
  };
  return { port, asked, say };
}

function taskOf(path: string) {
  return { path, file: new File(['x'], path), number: 0, choices: { keepsWhole: false }, mappings: [] };
}

function read(port: ParserPort, limits = LIMITS): Promise<ParserEvent[]> {
  return collect(parserOver(port, limits).parse(taskOf('a.txt')));
}

async function collect(events: AsyncIterable<ParserEvent>): Promise<ParserEvent[]> {
  const all: ParserEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
