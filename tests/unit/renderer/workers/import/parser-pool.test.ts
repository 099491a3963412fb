import { describe, expect, it } from 'vitest';
import type { ParserEvent } from '#renderer/workers/import/parsed-file.ts';
import { type FileParser, type PoolEvent, parseAll } from '#renderer/workers/import/parser-pool.ts';
import { AppError } from '#shared/kernel/app-error.ts';

const ENDED: ParserEvent = { type: 'ended', end: { sha256: null, container: null, whole: null } };

describe('several parsers', () => {
  it('read every file once, the events of each in their order', async () => {
    const files = Array.from({ length: 40 }, (_, at) => `file ${at}`);

    const events = await collected(files, {
      size: 3,
      open: () => parserOf(async () => [progress(1), progress(2), ENDED]),
    });

    for (const file of files) {
      expect(events.filter(({ task }) => task === file).map(({ event }) => event)).toEqual([
        progress(1),
        progress(2),
        ENDED,
      ]);
    }
    expect(events).toHaveLength(120);
  });

  it('go on with the other files while one is stuck', async () => {
    let free = () => {};
    const stuck = new Promise<void>((resolve) => {
      free = resolve;
    });
    const done: string[] = [];
    const open = () =>
      parserOf(async (file) => {
        if (file === 'stuck') await stuck;
        return [ENDED];
      });

    for await (const { task } of parseAll(['stuck', 'a', 'b', 'c'], { size: 2, open })) {
      done.push(task);
      if (task === 'c') free();
    }

    expect(done).toEqual(['a', 'b', 'c', 'stuck']);
  });

  it('end a parser that failed, and go on with another', async () => {
    let opened = 0;
    let closed = 0;
    const open = () => {
      opened++;
      return parserOf(
        async (file) => {
          if (file === 'bad') throw new AppError('timed-out', 'It took too long.');
          return [ENDED];
        },
        () => closed++,
      );
    };

    const events = await collected(['a', 'bad', 'b'], { size: 1, open });

    expect(events.map(({ task, error }) => `${task} ${(error as AppError | null)?.code ?? 'read'}`)).toEqual([
      'a read',
      'bad timed-out',
      'b read',
    ]);
    expect([opened, closed]).toEqual([2, 2]);
  });

  it('read no further ahead than is taken', async () => {
    let made = 0;
    const open = () =>
      parserOf(async function* () {
        for (;;) {
          made++;
          yield progress(made);
        }
      });
    const events = parseAll(['endless'], { size: 1, open });

    for (let taken = 0; taken < 100; taken++) await events.next();
    await new Promise((resume) => setTimeout(resume, 20));

    expect(made).toBeLessThan(120);
    await events.return(undefined);
  });

  it('are ended at once when the import is cancelled while all of them are stuck', async () => {
    let closed = 0;
    const stuck = new Promise<never>(() => {});
    const open = () =>
      parserOf(
        () => stuck,
        () => closed++,
      );
    const cancel = new AbortController();
    const all = (async () => {
      for await (const _ of parseAll(['a', 'b'], { size: 2, open, signal: cancel.signal }));
    })();
    setTimeout(() => cancel.abort(), 10);

    await all;

    expect(closed).toBe(2);
  });

  it('are ended when nobody takes what they say any more', async () => {
    let closed = 0;
    const open = () =>
      parserOf(
        async () => [progress(1), ENDED],
        () => closed++,
      );

    for await (const _ of parseAll(['a', 'b', 'c', 'd'], { size: 2, open })) break;

    expect(closed).toBe(2);
  });
});

type Made = Iterable<ParserEvent> | AsyncIterable<ParserEvent>;

function parserOf(
  read: (file: string) => Promise<readonly ParserEvent[]> | AsyncIterable<ParserEvent>,
  onClose: () => void = () => {},
): FileParser<string> {
  return {
    async *parse(file) {
      const made: Made = await read(file);
      yield* made;
    },
    close: onClose,
  };
}

function progress(read: number): ParserEvent {
  return { type: 'progress', read };
}

async function collected(
  files: readonly string[],
  options: { readonly size: number; readonly open: () => FileParser<string> },
): Promise<PoolEvent<string>[]> {
  const events: PoolEvent<string>[] = [];
  for await (const event of parseAll(files, options)) events.push(event);
  return events;
}
