import { describe, expect, it } from 'vitest';
import { ariaKeys, capsOf, hasCommandKey, keyWords, splitPress } from '#renderer/ui/key-caps.ts';

describe('capsOf', () => {
  it.each([
    ['one cap for a letter', 'g', [['g']]],
    ['presses in turn', 'g l', [['g'], ['l']]],
    ['keys held together', 'Mod+Shift+Z', [['Ctrl', 'Shift', 'Z']]],
    ['an arrow by its sign', 'Shift+ArrowRight', [['Shift', '→']]],
    ['Escape by its short name', 'Escape', [['Esc']]],
    ['a plus sign', '+', [['+']]],
    ['a plus sign with a key held', 'Mod++', [['Ctrl', '+']]],
  ])('writes %s', (_, keys, caps) => {
    expect(capsOf(keys, false)).toEqual(caps);
  });

  it('says Cmd on a Mac', () => {
    expect(capsOf('Mod+K', true)).toEqual([['Cmd', 'K']]);
  });
});

describe('keyWords', () => {
  it('reads a sequence and a chord alike', () => {
    expect(keyWords('g ,', false)).toBe('g ,');
    expect(keyWords('Mod+Shift+Z', false)).toBe('Ctrl Shift Z');
  });
});

describe('ariaKeys', () => {
  it('names the modifier as the standard does', () => {
    expect(ariaKeys('Mod+K', false)).toBe('Control+K');
    expect(ariaKeys('Mod+K', true)).toBe('Meta+K');
  });
});

describe('splitPress', () => {
  it('keeps a trailing plus sign as a key', () => {
    expect(splitPress('Mod+Alt++')).toEqual(['Mod', 'Alt', '+']);
  });
});

describe('hasCommandKey', () => {
  it.each([
    ['MacIntel', true],
    ['Linux x86_64', false],
    ['Win32', false],
  ])('of %s is %s', (platform, has) => {
    expect(hasCommandKey(platform)).toBe(has);
  });
});
