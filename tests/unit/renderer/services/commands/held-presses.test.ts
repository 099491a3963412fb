import { describe, expect, it } from 'vitest';
import { HeldPresses } from '#renderer/services/commands/held-presses.ts';

function heldAt(start = 0) {
  let time = start;
  const presses = new HeldPresses(() => time);
  return { presses, pass: (ms: number) => (time += ms) };
}

describe('HeldPresses', () => {
  it('tries presses again in their order, each until it is taken', () => {
    const { presses } = heldAt();
    const heard: string[] = [];
    for (const press of ['f', 'g', 'h']) presses.hold(press);

    presses.replay((press) => {
      heard.push(press);
      return press === 'g' ? 'none' : 'taken';
    });
    presses.replay((press) => {
      heard.push(press);
      return 'taken';
    });
    presses.replay(() => 'taken');

    expect(heard).toEqual(['f', 'g', 'h', 'g']);
  });

  it('keeps what comes after a press that has to wait: it led to a place of its own', () => {
    const { presses } = heldAt();
    const heard: string[] = [];
    for (const press of ['g', 'h', 'f']) presses.hold(press);

    presses.replay((press) => {
      heard.push(press);
      return press === 'g' ? 'taken' : 'wait';
    });
    expect(heard).toEqual(['g', 'h']);

    presses.replay((press) => {
      heard.push(press);
      return 'taken';
    });
    expect(heard).toEqual(['g', 'h', 'h', 'f']);
  });

  it('forgets a press after three seconds', () => {
    const { presses, pass } = heldAt();
    presses.hold('f');
    pass(3000);
    presses.hold('h');
    pass(1);
    const heard: string[] = [];
    presses.replay((press) => {
      heard.push(press);
      return 'taken';
    });
    expect(heard).toEqual(['h']);
  });

  it('drops everything when the analyst goes on to something else', () => {
    const { presses } = heldAt();
    presses.hold('f');
    presses.forget();
    const heard: string[] = [];
    presses.replay((press) => {
      heard.push(press);
      return 'taken';
    });
    expect(heard).toEqual([]);
  });
});
