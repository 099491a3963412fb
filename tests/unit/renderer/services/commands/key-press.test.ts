import { describe, expect, it } from 'vitest';
import { isTyping, type KeyStroke, pressOf } from '#renderer/services/commands/key-press.ts';

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('pressOf', () => {
  it.each([
    ['a letter', stroke('g'), 'g'],
    ['a letter with Caps Lock on', stroke('G'), 'g'],
    ['a letter with Shift', stroke('M', { shiftKey: true }), 'Shift+M'],
    ['a sign that needs Shift, by the sign alone', stroke('?', { shiftKey: true }), '?'],
    ['a letter with Ctrl', stroke('k', { ctrlKey: true }), 'Mod+K'],
    ['a letter with Ctrl and Shift', stroke('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z'],
    ['a named key with Shift', stroke('F6', { shiftKey: true }), 'Shift+F6'],
    ['the space bar', stroke(' '), 'Space'],
    ['a digit', stroke('1'), '1'],
  ])('writes %s', (_, event, press) => {
    expect(pressOf(event, false)).toBe(press);
  });

  it.each([
    ['Arabic', stroke('ل', { code: 'KeyG' }), 'g'],
    ['an Arabic key that gives two letters', stroke('لا', { code: 'KeyB' }), 'b'],
    ['Cyrillic with Ctrl', stroke('л', { code: 'KeyK', ctrlKey: true }), 'Mod+K'],
  ])('reads the place of the key on a keyboard set to %s', (_, event, press) => {
    expect(pressOf(event, false)).toBe(press);
  });

  it('keeps the letter of a Latin keyboard with other places', () => {
    expect(pressOf(stroke('a', { code: 'KeyQ' }), false)).toBe('a');
  });

  it('takes Cmd for the modifier on a Mac, and Ctrl for another', () => {
    expect(pressOf(stroke('k', { metaKey: true }), true)).toBe('Mod+K');
    expect(pressOf(stroke('k', { ctrlKey: true }), true)).toBe('Meta+K');
  });

  it('is nothing for a modifier by itself', () => {
    expect(pressOf(stroke('Shift', { shiftKey: true }), false)).toBeNull();
  });
});

describe('isTyping', () => {
  it.each([
    ['g', true],
    ['?', true],
    ['Shift+M', true],
    ['Enter', true],
    ['Backspace', true],
    ['Mod+K', false],
    ['Alt+2', false],
    ['F6', false],
    ['Shift+F6', false],
    ['Escape', false],
  ])('of %s is %s', (press, is) => {
    expect(isTyping(press)).toBe(is);
  });
});
