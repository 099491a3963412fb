import { describe, expect, it } from 'vitest';
import type { HostCall } from '#renderer/services/safety/host-call.ts';
import { releaseWorkspace } from '#renderer/services/safety/move-workspace.ts';

/** Notes in their order what was done. */
function moveOf(missing: readonly string[]) {
  const done: string[] = [];
  const call = (async (channel: string, input: unknown) => {
    done.push(`${channel} ${JSON.stringify(input)}`);
    return null;
  }) as HostCall;
  return {
    done,
    ports: { call, settle: async () => void done.push('settle'), withoutCopy: async () => missing },
  };
}

describe('releaseWorkspace', () => {
  it('writes the copies before it lets the workspace go', async () => {
    const { done, ports } = moveOf([]);

    await releaseWorkspace(ports, 'electron');

    expect(done).toEqual(['settle', 'place:release {"to":"electron"}']);
  });

  it('keeps the workspace here while a case has no copy of its present state, and names it', async () => {
    const { done, ports } = moveOf(['Marjouna', 'Bir Zallaq']);

    await expect(releaseWorkspace(ports, 'loopback')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('“Marjouna”, “Bir Zallaq”'),
    });
    expect(done).toEqual(['settle']);
  });
});
