import { describe, expect, it } from 'vitest';
import { contentHeaders } from '#electron/services/content-headers.ts';

const policyOf = (pathname: string) =>
  new Map(
    (contentHeaders(pathname)['content-security-policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')] as const;
    }),
  );

describe('contentHeaders', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/index-a1b2.js', 'text/javascript; charset=utf-8'],
    ['/assets/index.CSS', 'text/css; charset=utf-8'],
    ['/assets/plex.woff2', 'font/woff2'],
    ['/assets/unknown.kind', 'application/octet-stream'],
    ['/assets/nothing', 'application/octet-stream'],
  ])('names the type of %s', (pathname, type) => {
    expect(contentHeaders(pathname)['content-type']).toBe(type);
  });

  it('starts the desk from nothing and lets it run and ask for its own files alone', () => {
    const policy = policyOf('/');
    expect(policy.get('default-src')).toBe("'none'");
    for (const name of ['script-src', 'style-src', 'connect-src', 'worker-src', 'font-src', 'frame-src']) {
      expect(policy.get(name)).toBe("'self'");
    }
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
      expect(policy.get(name)).toBe("'none'");
    }
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(policy.get('trusted-types')).toBe('casewright-worker');
  });

  it('never allows inline script, eval or a foreign address', () => {
    for (const pathname of ['/', '/index.html', '/original.html', '/assets/x.js', '/original.js']) {
      const policy = contentHeaders(pathname)['content-security-policy'];
      expect(policy).not.toMatch(/unsafe-eval|\*|https?:|script-src[^;]*unsafe-inline/);
    }
  });

  it('gives the page of the original a policy of its own, which asks for no address', () => {
    const policy = policyOf('/original.html');
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('style-src')).toBe("'unsafe-inline'");
    expect(policy.get('img-src')).toBe('data: blob:');
    expect(policy.get('frame-src')).toBe("'none'");
    expect(policy.get('frame-ancestors')).toBe("'self'");
    expect(policy.has('connect-src')).toBe(false);
  });

  it('lends to a frame without an origin the one script of that page, and no other file', () => {
    expect(contentHeaders('/original.js')['cross-origin-resource-policy']).toBe('cross-origin');
    for (const pathname of ['/', '/original.html', '/assets/original.js', '/index.html']) {
      expect(contentHeaders(pathname)['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  it.each(['/', '/original.html', '/assets/a.js', '/favicon.ico'])(
    'isolates and forbids guessing for %s',
    (pathname) => {
      expect(contentHeaders(pathname)).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    },
  );

  it('lets only hashed names be kept', () => {
    expect(contentHeaders('/assets/a-1.js')['cache-control']).toContain('immutable');
    expect(contentHeaders('/')['cache-control']).toBe('no-store');
  });
});
