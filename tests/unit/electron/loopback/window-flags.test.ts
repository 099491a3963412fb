import { expect, it } from 'vitest';
import { windowFlags } from '#electron/loopback/window-flags.ts';

const plan = { address: 'http://casewright.localhost/?ticket=x', profile: '/data/profile', port: 4000, isRoot: false };

it('gives the browser a profile of its own and the host as its only way out', () => {
  expect(windowFlags(plan)).toEqual(
    expect.arrayContaining([
      '--app=http://casewright.localhost/?ticket=x',
      '--user-data-dir=/data/profile',
      '--proxy-server=http://127.0.0.1:4000',
      '--proxy-bypass-list=<-loopback>',
      '--disable-quic',
      '--disable-extensions',
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    ]),
  );
});

it('keeps the sandbox for everybody but root', () => {
  expect(windowFlags(plan)).not.toContain('--no-sandbox');
  expect(windowFlags({ ...plan, isRoot: true })).toContain('--no-sandbox');
});
