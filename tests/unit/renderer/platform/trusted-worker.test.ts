import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Made = { address: string; options: unknown };
let made: Made[];
let policies: string[];

beforeEach(() => {
  made = [];
  policies = [];
  class FakeWorker {
    constructor(address: string, options: unknown) {
      made.push({ address, options });
    }
  }
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('SharedWorker', FakeWorker);
  vi.stubGlobal('location', new URL('http://casewright.localhost/#/library'));
  vi.stubGlobal('trustedTypes', {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }) {
      if (policies.includes(name)) throw new TypeError('a second policy of this name');
      policies.push(name);
      return rules;
    },
  });
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const load = () => import('#renderer/platform/trusted-worker.ts');

describe('trusted workers', () => {
  it('are started from scripts of the desk, under one policy for all', async () => {
    const { startWorker, joinSharedWorker } = await load();
    startWorker('/assets/import.worker-1a2b.js');
    startWorker('./assets/search.worker-3c4d.js', 'search');
    joinSharedWorker('/assets/ports.worker-5e6f.js', 'ports');

    expect(policies).toEqual(['casewright-worker']);
    expect(made).toEqual([
      { address: 'http://casewright.localhost/assets/import.worker-1a2b.js', options: { type: 'module' } },
      {
        address: 'http://casewright.localhost/assets/search.worker-3c4d.js',
        options: { type: 'module', name: 'search' },
      },
      {
        address: 'http://casewright.localhost/assets/ports.worker-5e6f.js',
        options: { type: 'module', name: 'ports' },
      },
    ]);
  });

  it.each([
    'http://evil.example/x.js',
    '//evil.example/x.js',
    'https://casewright.localhost/x.js',
    'http://casewright.localhost:8080/x.js',
    'blob:http://casewright.localhost/2f9c',
    'data:text/javascript,0',
    'javascript:0',
  ])('are not started from %s', async (address) => {
    const { startWorker } = await load();

    expect(() => startWorker(address)).toThrow('outside the desk');
    expect(made).toEqual([]);
  });

  it('work without Trusted Types, by the same rules', async () => {
    vi.stubGlobal('trustedTypes', undefined);
    const { startWorker } = await load();
    startWorker('/assets/a.js');

    expect(made).toHaveLength(1);
    expect(() => startWorker('http://evil.example/x.js')).toThrow('outside the desk');
  });
});
