import type { ServerResponse } from 'node:http';
import type { EventPayload, HostEvent } from '#shared/contracts/host.ts';
import type { Session } from './sessions.ts';

/** A page that is loaded again opens its new stream before the old one is seen to have ended. */
const MOST_OF_SESSION = 4;
/** A page that does not read gets no more: events are few and small, this is thousands. */
const MOST_UNREAD_BYTES = 1_048_576;
/** Lines that wait for a stream: as many as files may wait to be read. */
const MOST_UNSENT = 32;
/** Shows both sides that the other is there. */
const HEARTBEAT_MS = 15_000;

/** Event streams of the windows: one line of JSON an event, an empty line as a heartbeat. */
export class EventStreams {
  private readonly all = new Set<ServerResponse>();
  private readonly heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS).unref();

  /** Opens a stream to the window of `session`; refused when it has too many. */
  open(session: Session, response: ServerResponse): void {
    if (session.streams.size >= MOST_OF_SESSION) {
      response.writeHead(429, { 'content-length': 0 }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.write('\n');
    for (const line of session.unsent.splice(0)) response.write(line);
    session.streams.add(response);
    this.all.add(response);
    response.once('close', () => {
      session.streams.delete(response);
      this.all.delete(response);
    });
  }

  /** Tells one window; one whose stream is not open yet is told when it is. */
  emit<E extends HostEvent>(session: Session, event: E, payload: EventPayload<E>): void {
    const line = `${JSON.stringify({ event, payload })}\n`;
    if (session.streams.size === 0 && session.unsent.length < MOST_UNSENT) session.unsent.push(line);
    for (const stream of session.streams) {
      if (stream.writableLength > MOST_UNREAD_BYTES) stream.destroy();
      else stream.write(line);
    }
  }

  /** Ends all streams; what was emitted before still arrives. */
  end(): void {
    clearInterval(this.heartbeat);
    for (const stream of this.all) stream.end();
  }

  private beat(): void {
    for (const stream of this.all) stream.write('\n');
  }
}
