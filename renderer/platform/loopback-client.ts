import { z } from 'zod/mini';
import { AppError, toPayload } from '#shared/kernel/app-error.ts';
import { errorSchema, type HostLink } from './host-link.ts';
import type { LoopbackPage } from './loopback-page.ts';
import { readLines } from './read-lines.ts';

const tokenSchema = z.object({ token: z.string() });
const ticketSchema = z.object({ ticket: z.string() });
const refusalSchema = z.object({ error: errorSchema });
const eventSchema = z.object({ event: z.string(), payload: z.unknown() });
const openSchema = z.object({ hash: z.string() });

const GONE =
  'Casewright’s host has ended. What was saved is on the disk. Close this window and start Casewright again.';
const EARLIER = 'This window belongs to an earlier start of Casewright. Close it and use the new one.';
const NO_TICKET = 'This address alone does not open the desk. Start Casewright with npm start.';

type Listener = (payload: unknown) => void;

/**
 * The client of the loopback host: exchanges the ticket of the address for a token, calls, and listens. Once the host has gone
 * it never calls again, whoever answers at that port then: they would be sent the token, and whatever the desk says.
 */
export class LoopbackClient implements HostLink {
  private readonly page: LoopbackPage;
  private readonly token: Promise<string>;
  private readonly listeners = new Map<string, Set<Listener>>();
  /** Why there are no more calls; null while there are. */
  private end: AppError | null = null;

  constructor(page: LoopbackPage) {
    this.page = page;
    this.token = openSession(page);
    this.token.catch(() => undefined); // each call tells why
    void this.follow();
  }

  /** Calls the host; an answer comes in any case, never a rejection. */
  async call(channel: string, input: unknown): Promise<unknown> {
    try {
      const reply = await this.post('/api/call', { channel, input });
      return channel === 'window:open' && isUnavailable(reply) ? await this.openWindow(input) : reply;
    } catch (error) {
      return { ok: false, error: toPayload(error) };
    }
  }

  /** Listens to an event. Who comes too late for `host:gone` is told of it all the same. */
  listen(event: string, listener: Listener): () => void {
    const set = this.listeners.get(event) ?? new Set<Listener>();
    this.listeners.set(event, set);
    set.add(listener);
    if (event === 'host:gone' && this.end !== null) queueMicrotask(() => set.has(listener) && listener({}));
    return () => {
      set.delete(listener);
    };
  }

  private async post(path: string, body: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const response = await this.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (response.status === 413) throw new AppError('too-large', 'This is more than the host takes at once.');
    if (!response.ok) throw new AppError('internal', `The host refused a call (${response.status}).`);
    return response.json();
  }

  /** Asks with the token; a host that is not there, or does not know the token, has gone. */
  private async ask(path: string, init: RequestInit): Promise<Response> {
    const token = await this.token;
    if (this.end !== null) throw this.end;
    let response: Response;
    try {
      response = await this.page.ask(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
    } catch (error) {
      throw this.leave(new AppError('unavailable', GONE, error));
    }
    if (response.status === 401) throw this.leave(new AppError('refused', EARLIER));
    return response;
  }

  /** Reads events for as long as there is a host; the end of the stream is the end of the host. */
  private async follow(): Promise<void> {
    try {
      const { body } = await this.ask('/api/events', { headers: {} });
      if (body) await readLines(body, (line) => this.hear(line));
      this.leave(new AppError('unavailable', GONE));
    } catch (error) {
      // without a token there is nothing to follow, and each call tells why
      if (await this.hasToken()) this.leave(new AppError('unavailable', GONE, error));
    }
  }

  private hasToken(): Promise<boolean> {
    return this.token.then(
      () => true,
      () => false,
    );
  }

  private hear(line: string): void {
    const parsed = eventSchema.safeParse(JSON.parse(line));
    if (!parsed.success) return;
    const { event, payload } = parsed.data;
    if (event === 'host:gone') this.leave(new AppError('unavailable', GONE));
    else this.tell(event, payload);
  }

  private leave(why: AppError): AppError {
    if (this.end !== null || this.page.isLeaving()) return this.end ?? why;
    this.end = why;
    this.page.seal();
    this.tell('host:gone', {});
    return why;
  }

  private tell(event: string, payload: unknown): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(payload);
  }

  /** Where the host opens no windows itself the page does, with a ticket of its own for the new one. */
  private async openWindow(input: unknown): Promise<unknown> {
    const { hash } = openSchema.parse(input);
    const { ticket } = ticketSchema.parse(await this.post('/api/ticket', {}));
    this.page.openWindow(`/?ticket=${ticket}${hash === '' || hash.startsWith('#') ? hash : `#${hash}`}`);
    return { ok: true, value: null };
  }
}

function isUnavailable(reply: unknown): boolean {
  const parsed = z.object({ error: errorSchema }).safeParse(reply);
  return parsed.success && parsed.data.error.code === 'unavailable';
}

/** Exchanges the ticket for a token, or takes up the token of this window after a reload. */
async function openSession(page: LoopbackPage): Promise<string> {
  const ticket = page.takeTicket();
  const kept = page.readToken();
  if (ticket === null) {
    if (kept !== null) return kept;
    throw new AppError('refused', NO_TICKET);
  }
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ticket }) };
  const response = await page.ask('/api/session', init).catch((error: unknown) => {
    throw new AppError('unavailable', GONE, error);
  });
  const body: unknown = await response.json().catch(() => null);
  const { data } = tokenSchema.safeParse(body);
  if (!response.ok || !data) {
    const refusal = refusalSchema.safeParse(body);
    if (refusal.success) throw new AppError(refusal.data.error.code, refusal.data.error.message);
    throw new AppError('refused', NO_TICKET);
  }
  page.keepToken(data.token);
  return data.token;
}
