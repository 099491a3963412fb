import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostContract } from '#shared/contracts/host.ts';
import { type InProcess, startInProcess } from '#tests/support/loopback-in-process.ts';
import { sendBytes } from '#tests/support/raw-http.ts';

let host: InProcess;
let token: string;

beforeAll(async () => {
  host = await startInProcess();
  token = await host.token();
});
afterAll(() => host.close());

const SEED = 20_260_314;
const NAME = 'casewright.localhost';
const CODES = [
  'bad-input',
  'not-found',
  'conflict',
  'too-large',
  'unreadable',
  'altered',
  'disk-full',
  'refused',
  'unavailable',
];

/** Words that a parser of paths or of headers may trip over, between any others. */
const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '..',
    '/..%2f',
    '%00',
    '%c0%ae',
    '\\',
    'http://',
    '//',
    '?',
    '#',
    '@',
    ':80',
    '__proto__',
    'null',
    '\t',
  ),
);
const target = fc.oneof(
  fc.array(awkward, { maxLength: 4 }).map((words) => `/${words.join('')}`),
  fc.array(awkward, { maxLength: 3 }).map((words) => `/api/${words.join('')}`),
  fc.tuple(fc.constantFrom('http', 'https', 'ws', 'file'), awkward, awkward).map(([s, h, p]) => `${s}://${h}/${p}`),
  fc.constantFrom('/api/call', '/api/session', '/api/events', '/api/ticket', '*', NAME),
);
const method = fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'TRACE', 'CONNECT', 'get', 'PRI', '');
const header = fc.oneof(
  fc.constantFrom(
    `Host: ${NAME}`,
    'Host: evil.example',
    'Host: ',
    `Origin: http://${NAME}`,
    'Origin: null',
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/json',
    'Content-Length: 2',
    'Content-Length: -1',
    'Content-Length: 99999999999',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip, chunked',
    'Expect: 100-continue',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Authorization: Bearer ',
    `Authorization: Bearer ${'A'.repeat(43)}`,
    `X: ${'x'.repeat(20_000)}`,
  ),
  fc.tuple(awkward, awkward).map(([name, value]) => `${name}: ${value}`),
);
const request = fc
  .tuple(method, target, fc.array(header, { maxLength: 7 }), awkward)
  .map(([verb, path, headers, body]) => `${verb} ${path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${body}`);

describe('the loopback host under hostile requests', () => {
  it('gives no answer of the bridge without the token, and lives', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (bytes) => {
        const answer = await sendBytes(host.port, bytes, 40);

        expect(answer).not.toContain('"ok"');
        expect(answer).not.toContain('"token"');
        expect(answer).not.toContain('"ticket"');
        expect(answer).not.toContain('x-ndjson');
        expect(answer).not.toMatch(/HTTP\/1\.1 5\d\d/);
        expect(answer).not.toContain(process.cwd());
      }),
      { seed: SEED, numRuns: 400 },
    );
    expect(await host.call(token, 'host:describe', null)).toMatchObject({ ok: true });
  });

  it('answers any call that carries the token with a reply, and never as a failure of its own', async () => {
    const channel = fc.oneof(fc.constantFrom(...Object.keys(hostContract)), fc.string({ maxLength: 20 }));
    const likely = fc.record(
      {
        token: fc.string({ minLength: 6, maxLength: 20 }),
        chunk: fc.base64String({ maxLength: 40 }),
        name: fc.string({ maxLength: 40 }),
        offset: fc.integer(),
        hash: fc.string({ maxLength: 30 }),
        sha256: fc.constant('a'.repeat(64)),
        bytes: fc.integer(),
        caseId: fc.string({ maxLength: 70 }),
        caseName: fc.string(),
        to: fc.constantFrom('electron', 'loopback', 'nowhere'),
      },
      { requiredKeys: [] },
    );
    const input = fc.oneof(
      fc.constant(null),
      likely,
      fc.array(likely, { maxLength: 3 }),
      fc.jsonValue({ maxDepth: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(channel, input, async (named, given) => {
        const reply = (await host.call(token, named, given)) as {
          ok: boolean;
          error?: { code: string; message: string };
        };

        if (!reply.ok) {
          expect(CODES).toContain(reply.error?.code);
          expect(reply.error?.message).not.toMatch(/\/tmp|node:|at .*\.ts/);
        }
      }),
      { seed: SEED, numRuns: 400 },
    );
    expect(await host.call(token, 'host:describe', null)).toMatchObject({ ok: true });
  });

  it('takes any body with a token for bad input at worst', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.constant('['.repeat(50_000))), async (body) => {
        const { status } = await host.ask('/api/call', { method: 'POST', token, body });

        expect([200, 400]).toContain(status);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});
