import { describe, expect, it, vi } from 'vitest';
import { type Answerer, type Port, PortServer } from '#renderer/workers/search/serve-ports.ts';
import type { IndexState, SearchMessage } from '#shared/contracts/search-messages.ts';
import { AppError } from '#shared/kernel/app-error.ts';

class FakePort implements Port {
  onmessage: Port['onmessage'] = null;
  readonly said: SearchMessage[] = [];
  isClosed = false;

  postMessage(message: SearchMessage): void {
    this.said.push(message);
  }

  close(): void {
    this.isClosed = true;
  }

  ask(ask: number, slot: string, typed: string): void {
    const question = { type: 'names', typed, limit: 1 };
    this.onmessage?.({ data: { type: 'ask', ask, slot, question } } as MessageEvent);
  }

  get answers() {
    return this.said.flatMap((message) => (message.type === 'answer' ? [[message.ask, message.reply.ok]] : []));
  }
}

const pause = () => Promise.resolve();
/** Answers when told, or refuses when it is given up. */
function slow() {
  const finish: (() => void)[] = [];
  const answer: Answerer = (_, { signal }) =>
    new Promise((resolve, reject) => {
      finish.push(() => (signal.aborted ? reject(new AppError('cancelled', 'Given up.')) : resolve('found')));
    });
  return { answer, finish };
}

describe('PortServer', () => {
  it('gives up the older question of a slot, and answers the newer', async () => {
    const { answer, finish } = slow();
    const port = new FakePort();
    new PortServer(answer, pause).serve(port);
    port.ask(1, 'search', 'a');
    await vi.waitFor(() => expect(finish).toHaveLength(1));
    port.ask(2, 'search', 'ab');
    await vi.waitFor(() => expect(finish).toHaveLength(2));
    for (const end of finish) end();

    await vi.waitFor(() =>
      expect(port.answers).toEqual([
        [1, false],
        [2, true],
      ]),
    );
  });

  it('lets questions of other slots and other windows be', async () => {
    const { answer, finish } = slow();
    const server = new PortServer(answer, pause);
    const [one, other] = [new FakePort(), new FakePort()];
    server.serve(one);
    server.serve(other);
    one.ask(1, 'search', 'a');
    one.ask(2, 'names', 'a');
    other.ask(1, 'search', 'a');
    await vi.waitFor(() => expect(finish).toHaveLength(3));
    for (const end of finish) end();

    await vi.waitFor(() => expect([...one.answers, ...other.answers].map(([, ok]) => ok)).toEqual([true, true, true]));
  });

  it('never begins a question that was given up before its turn', async () => {
    const answer = vi.fn(() => Promise.resolve(null));
    let resume = () => {};
    const port = new FakePort();
    new PortServer(
      answer,
      () =>
        new Promise((go) => {
          resume = go;
        }),
    ).serve(port);
    port.ask(1, 'search', 'a');
    const first = resume;
    port.ask(2, 'search', 'ab');
    first();
    resume();

    await vi.waitFor(() => expect(port.answers).toHaveLength(2));
    expect(answer).toHaveBeenCalledTimes(1);
  });

  it('tells every window how the index stands, one that comes later too, and none that has left', () => {
    const server = new PortServer(() => Promise.resolve(null), pause);
    const [stays, leaves, comes] = [new FakePort(), new FakePort(), new FakePort()];
    server.serve(stays);
    server.serve(leaves);
    leaves.onmessage?.({ data: { type: 'close' } } as MessageEvent);
    server.tell({ documents: 3 } as IndexState);
    server.serve(comes);

    expect([stays.said.length, leaves.said.length, comes.said.length, leaves.isClosed]).toEqual([1, 0, 1, true]);
  });

  it('does nothing for what is no question', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const answer = vi.fn(() => Promise.resolve(null));
    const port = new FakePort();
    new PortServer(answer, pause).serve(port);
    port.onmessage?.({ data: { type: 'ask', ask: 'x' } } as MessageEvent);

    expect(answer).not.toHaveBeenCalled();
    expect(error).toHaveBeenCalled();
    error.mockRestore();
  });
});
