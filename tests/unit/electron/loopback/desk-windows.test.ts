import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DeskWindows } from '#electron/loopback/desk-windows.ts';
import { EventStreams } from '#electron/loopback/event-streams.ts';
import { Sessions } from '#electron/loopback/sessions.ts';

/** A page that listens and does nothing by itself. */
function openPage(patience: { quietMs: number; longestMs: number }) {
  const sessions = new Sessions({ now: () => 0 });
  const windows = new DeskWindows({ sessions, streams: new EventStreams(), browser: null, ...patience });
  const opened = sessions.open(sessions.issueTicket(), 'a browser');
  if (!opened) throw new TypeError('no session');
  const stream = { write: () => true, end: () => stream } as object as ServerResponse;
  opened.session.streams.add(stream);
  windows.ready(opened.session.id);
  return { windows, id: opened.session.id, call: () => sessions.find(`Bearer ${opened.token}`) };
}

describe('DeskWindows.close', () => {
  it('waits for a page as long as it is heard, and goes on at once when the page agrees', async () => {
    const { windows, id, call } = openPage({ quietMs: 200, longestMs: 60_000 });
    let isClosed = false;
    const closing = windows.close().then(() => {
      isClosed = true;
    });

    for (let calls = 0; calls < 12; calls++) {
      await wait(50);
      call();
    }
    expect(isClosed).toBe(false);
    windows.mayClose(id);
    await closing;
  });

  it('goes on without a page that says nothing', async () => {
    await openPage({ quietMs: 100, longestMs: 60_000 }).windows.close();
  });

  it('is not held for ever by a page that goes on asking', async () => {
    const { windows, call } = openPage({ quietMs: 60_000, longestMs: 200 });
    const asking = setInterval(call, 10);

    await windows.close();

    clearInterval(asking);
  });
});
