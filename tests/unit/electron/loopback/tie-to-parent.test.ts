import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { tieToParent } from '#electron/loopback/tie-to-parent.ts';

function tied() {
  const input = new PassThrough();
  const seen: string[] = [];
  tieToParent(
    input,
    (line) => seen.push(line),
    () => seen.push('ended'),
  );
  return { input, seen };
}

describe('tieToParent', () => {
  it('hands on lines, and tells the end once', async () => {
    const { input, seen } = tied();
    input.write('addr');
    input.write('ess\nother\n');
    input.end();
    await wait(10);
    input.destroy();
    await wait(10);

    expect(seen).toEqual(['address', 'other', 'ended']);
  });

  it('takes an input that breaks for one that ends', async () => {
    const { input, seen } = tied();
    input.on('error', () => {});
    input.destroy(new Error('EPIPE'));
    await wait(10);

    expect(seen).toEqual(['ended']);
  });
});
