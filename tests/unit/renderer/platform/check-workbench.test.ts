import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkWorkbench } from '#renderer/platform/check-workbench.ts';

const workbenchThat = (reply: unknown) => checkWorkbench({ call: async () => reply, listen: () => () => {} });

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('checkWorkbench', () => {
  it('passes on what fits the contract', async () => {
    const value = { page: 0, browser: 13 };

    expect(await workbenchThat({ ok: true, value }).call('network:count', null)).toEqual({ ok: true, value });
  });

  it('passes on an error of the host', async () => {
    const error = { code: 'disk-full', message: 'Full.' };

    expect(await workbenchThat({ ok: false, error }).call('witness:append', [])).toEqual({ ok: false, error });
  });

  it.each([
    ['another value', { ok: true, value: { page: '0', browser: 13 } }],
    ['more than agreed', { ok: true, value: { page: 0, browser: 13, path: '/' } }],
    ['no reply', undefined],
    ['half an error', { ok: false, error: 'no' }],
  ])('makes an error of %s', async (_, reply) => {
    expect(await workbenchThat(reply).call('network:count', null)).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
  });

  it('makes an error of a bridge that throws', async () => {
    const broken = checkWorkbench({ call: () => Promise.reject(new Error('bridge')), listen: () => () => {} });

    expect(await broken.call('network:count', null)).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  it('hands on events that fit, and drops the others', () => {
    let tell: (payload: unknown) => void = () => {};
    const workbench = checkWorkbench({
      call: async () => null,
      listen: (_, listener) => {
        tell = listener;
        return () => {};
      },
    });
    const heard: unknown[] = [];
    workbench.listen('command:run', (payload) => heard.push(payload));
    tell({ id: 'file.import' });
    tell({ id: 7 });
    tell(null);

    expect(heard).toEqual([{ id: 'file.import' }]);
  });
});
