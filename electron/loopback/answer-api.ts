import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod/mini';
import type { Services } from '#electron/services/create-services.ts';
import { AppError, type ErrorPayload } from '#shared/kernel/app-error.ts';
import type { EventStreams } from './event-streams.ts';
import { readBody } from './read-body.ts';
import type { Session, Sessions } from './sessions.ts';

/** What the calls of the page lead to. */
export type Api = {
  readonly services: Pick<Services, 'answer'>;
  readonly sessions: Sessions;
  readonly streams: EventStreams;
  /** Says why this browser must not open the workspace; null when it may. */
  readonly whyNotHere: (userAgent: string) => Promise<string | null>;
};

const ticketSchema = z.strictObject({ ticket: z.string().check(z.maxLength(64)) });
const callSchema = z.strictObject({ channel: z.string().check(z.maxLength(64)), input: z.unknown() });

type Answer = { readonly status: number; readonly body?: unknown };

/** Answers a request below `/api/` whose host and origin have been judged; anything it cannot answer gets a bare status. */
export async function answerApi(api: Api, path: string, request: IncomingMessage, response: ServerResponse) {
  const { method, headers } = request;
  // every browser that can show the desk sends it, so that its absence is no browser's
  if (headers['sec-fetch-site'] !== 'same-origin') return send(response, { status: 403 });
  if (path === '/api/events') {
    if (method !== 'GET') return send(response, { status: 405 });
    const session = api.sessions.find(headers.authorization);
    if (!session) return send(response, { status: 401 });
    return api.streams.open(session, response);
  }
  const answer = posts[path];
  if (!answer) return send(response, { status: 404 });
  if (method !== 'POST') return send(response, { status: 405 });
  if (headers.origin === undefined) return send(response, { status: 403 });
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
    return send(response, { status: 415 });
  }
  send(response, await answer(api, request));
}

const posts: Record<string, (api: Api, request: IncomingMessage) => Promise<Answer>> = {
  '/api/session': (api, request) => openSession(api, request),
  '/api/ticket': (api, request) =>
    withSession(api, request, async () => ({ status: 200, body: { ticket: api.sessions.issueTicket() } })),
  '/api/call': (api, request) => withSession(api, request, (session) => call(api, request, session)),
};

async function openSession(api: Api, request: IncomingMessage): Promise<Answer> {
  const parsed = ticketSchema.safeParse(await readBody(request));
  if (!parsed.success) return { status: 400 };
  const userAgent = request.headers['user-agent'] ?? '';
  const opened = api.sessions.open(parsed.data.ticket, userAgent);
  if (!opened) {
    return refuse(403, 'refused', 'This address has been used or is older than 30 seconds. Start Casewright again.');
  }
  const why = await api.whyNotHere(userAgent);
  if (why !== null) {
    api.sessions.close(opened.session);
    return refuse(409, 'conflict', why);
  }
  return { status: 200, body: { token: opened.token } };
}

async function withSession(
  api: Api,
  request: IncomingMessage,
  answer: (session: Session) => Promise<Answer>,
): Promise<Answer> {
  const session = api.sessions.find(request.headers.authorization);
  if (session) return answer(session);
  request.resume(); // before the token is seen nothing is read, let alone kept
  return { status: 401 };
}

async function call(api: Api, request: IncomingMessage, session: Session): Promise<Answer> {
  const parsed = callSchema.safeParse(await readBody(request));
  if (!parsed.success) return { status: 400 };
  const { channel, input } = parsed.data;
  return { status: 200, body: await api.services.answer(channel, input, session.id) };
}

function refuse(status: number, code: ErrorPayload['code'], message: string): Answer {
  return { status, body: { error: { code, message } } };
}

/** The status of what went wrong while a request was read; the words stay here. */
export function statusOf(error: unknown): number {
  if (!(error instanceof AppError)) return 500;
  if (error.code === 'too-large') return 413;
  return error.code === 'bad-input' ? 400 : 500;
}

function send(response: ServerResponse, { status, body }: Answer): void {
  if (body === undefined) {
    response.writeHead(status, { 'content-length': 0 }).end();
    return;
  }
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length }).end(text);
}
