import { describe, expect, it } from 'vitest';
import { hear } from '#renderer/services/commands/key-sequence.ts';

const bindings = [
  { keys: 'g l', id: 'go:library' },
  { keys: 'g e', id: 'go:entities' },
  { keys: 'e', id: 'tag:entity' },
  { keys: 'Mod+K', id: 'palette:open' },
];

describe('hear', () => {
  it('hears a single key', () => {
    expect(hear('', 'Mod+K', bindings)).toEqual({ kind: 'command', id: 'palette:open' });
  });

  it('waits for the second key of a sequence', () => {
    expect(hear('', 'g', bindings)).toEqual({ kind: 'pending', keys: 'g' });
    expect(hear('g', 'l', bindings)).toEqual({ kind: 'command', id: 'go:library' });
  });

  it('takes a key within a sequence for the sequence, not for itself', () => {
    expect(hear('g', 'e', bindings)).toEqual({ kind: 'command', id: 'go:entities' });
  });

  it('hears the last press by itself when the sequence leads nowhere', () => {
    expect(hear('g', 'Mod+K', bindings)).toEqual({ kind: 'command', id: 'palette:open' });
    expect(hear('g', 'g', bindings)).toEqual({ kind: 'pending', keys: 'g' });
    expect(hear('g', 'q', bindings)).toEqual({ kind: 'none' });
  });

  it('lets the binding that came last win', () => {
    const withPlace = [...bindings, { keys: 'e', id: 'events:edit' }];

    expect(hear('', 'e', withPlace)).toEqual({ kind: 'command', id: 'events:edit' });
  });

  it('hears nothing in a key that nobody has', () => {
    expect(hear('', 'q', bindings)).toEqual({ kind: 'none' });
  });
});
