import { describe, expect, it } from 'vitest';
import { judgeRequest, type RequestHead } from '#electron/loopback/judge-request.ts';

const OURS = 'casewright.localhost';

function head(url: string, headers: Record<string, string> = {}): RequestHead {
  const all = { host: OURS, ...headers };
  return { method: 'GET', url, headers: all, rawHeaders: Object.entries(all).flat() };
}

describe('judgeRequest', () => {
  it.each<[string, RequestHead, string]>([
    ['a path', head('/assets/a.js'), '/assets/a.js'],
    ['an absolute address of ours', head(`http://${OURS}/assets/a.js`), '/assets/a.js'],
    ['the bare name', head(`http://${OURS}`), '/'],
    ['the port that the scheme implies', head(`http://${OURS}:80/`, { host: `${OURS}:80` }), '/'],
    ['a name in capitals', head(`http://${OURS.toUpperCase()}/`, { host: OURS.toUpperCase() }), '/'],
    ['our own origin', head('/api/call', { origin: `http://${OURS}` }), '/api/call'],
    [
      'the script of the original from its frame, which has no origin',
      head('/original.js', { origin: 'null' }),
      '/original.js',
    ],
    ['a path with a query, without it', head('/?ticket=x'), '/'],
    ['two slashes as the path that they are', head('//evil.example/x'), '//evil.example/x'],
    ['dots as they were written', head(`http://${OURS}/../../etc/passwd`), '/../../etc/passwd'],
  ])('takes %s', (_, request, path) => {
    expect(judgeRequest(request, OURS)).toEqual({ isOurs: true, path });
  });

  it.each<[string, RequestHead, number, boolean]>([
    ['another name in the address', head('http://evil.example/'), 421, true],
    ['another name in the header', head('/', { host: 'evil.example' }), 421, false],
    ['our name in the header, another in the address', head('http://evil.example/', { host: OURS }), 421, true],
    ['our name in the address, another in the header', head(`http://${OURS}/`, { host: 'evil.example' }), 421, false],
    ['our name as a user', head(`http://${OURS}@evil.example/`), 421, true],
    ['a user before our name', head(`http://evil@${OURS}/`), 421, true],
    ['another port', head(`http://${OURS}:8080/`), 421, true],
    ['a name that ends like ours', head('/', { host: `evil-${OURS}` }), 421, false],
    ['a name that begins like ours', head('/', { host: `${OURS}.evil.example` }), 421, false],
    ['127.0.0.1, where the name is fixed', head('/', { host: '127.0.0.1:1234' }), 421, false],
    ['another scheme', head(`ftp://${OURS}/`), 421, true],
    ['no host', { ...head('/'), headers: {}, rawHeaders: [] }, 400, false],
    ['two hosts', { ...head('/'), rawHeaders: ['Host', OURS, 'host', 'evil.example'] }, 400, false],
    ['an asterisk', head('*'), 400, false],
    ['nothing', head(''), 400, false],
    ['a fragment, which no browser sends', head(`http://${OURS}/#x`), 400, false],
    ['another origin', head('/', { origin: 'http://evil.example' }), 403, false],
    ['the origin null', head('/', { origin: 'null' }), 403, false],
    ['the origin null for the page of the original', head('/original.html', { origin: 'null' }), 403, false],
    ['the origin null for the bridge', head('/api/call', { origin: 'null' }), 403, false],
    ['the origin null for a path that only begins so', head('/original.js/..', { origin: 'null' }), 403, false],
    [
      'another origin for the script of the original',
      head('/original.js', { origin: 'http://evil.example' }),
      403,
      false,
    ],
    ['an empty origin', head('/', { origin: '' }), 403, false],
    ['an origin that is no address', head('/', { origin: 'http://[' }), 403, false],
    ['our name under https', head('/', { origin: `https://${OURS}` }), 403, false],
    ['our name at another port', head('/', { origin: `http://${OURS}:8080` }), 403, false],
    [
      'two origins',
      { ...head('/', { origin: `http://${OURS}` }), rawHeaders: ['Host', OURS, 'Origin', 'a', 'Origin', 'b'] },
      400,
      false,
    ],
  ])('refuses %s', (_, request, status, isForeign) => {
    expect(judgeRequest(request, OURS)).toEqual({ isOurs: false, status, isForeign });
  });

  it('knows an authority with a port by exactly that port', () => {
    const at = (host: string) => judgeRequest(head('/', { host }), '127.0.0.1:4000').isOurs;

    expect(['127.0.0.1:4000', '127.0.0.1', '127.0.0.1:80', '127.0.0.1:4000:80', 'localhost:4000'].map(at)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
