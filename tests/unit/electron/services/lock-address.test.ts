import { describe, expect, it } from 'vitest';
import { lockAddressOf } from '#electron/services/lock-address.ts';

const linux = { platform: 'linux' as const, temporaryFolder: '/tmp', userId: 1000 };

describe('lockAddressOf', () => {
  it('lies in the data folder', () => {
    expect(lockAddressOf('/home/ada/Casewright', linux)).toBe('/home/ada/Casewright/host.sock');
  });

  it('is a short one among the temporary files for a long path, and differs for each folder', () => {
    const [one, other] = ['a', 'b'].map((letter) => lockAddressOf(`/home/${letter.repeat(120)}`, linux));

    expect(one).toMatch(/^\/tmp\/casewright-1000\/[0-9a-f]{16}\.sock$/);
    expect(other).not.toBe(one);
  });

  it('is a named pipe on Windows', () => {
    expect(lockAddressOf('/data', { ...linux, platform: 'win32' })).toMatch(/^\\\\\.\\pipe\\casewright-[0-9a-f]{32}$/);
  });
});
