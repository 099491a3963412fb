import { describe, expect, it } from 'vitest';
import { contextItems } from '#electron/main/context-menu.ts';

const NOTHING = {
  isEditable: false,
  selectionText: '',
  linkURL: '',
  editFlags: { canCut: false, canCopy: false, canPaste: true, canSelectAll: true },
};

const wordsOf = (about: Partial<typeof NOTHING>) =>
  contextItems({ ...NOTHING, ...about }, () => {}).map(({ role, label }) => role ?? label);

describe('contextItems', () => {
  it.each([
    ['nothing on plain paper', {}, []],
    ['copying on selected text', { selectionText: 'a passage' }, ['copy']],
    ['nothing on selected blanks', { selectionText: ' \n' }, []],
    ['editing in a field', { isEditable: true }, ['cut', 'copy', 'paste', 'selectAll']],
    ['the address of a link', { linkURL: 'https://example.org/a' }, ['Copy link address']],
    ['nothing on a link inside the desk', { linkURL: 'app://casewright/#/library' }, []],
    ['nothing on a link that runs', { linkURL: 'javascript:void 0' }, []],
  ])('offers %s', (_, about, offered) => {
    expect(wordsOf(about)).toEqual(offered);
  });

  it('copies the address and goes nowhere', () => {
    const copied: string[] = [];
    const [item] = contextItems({ ...NOTHING, linkURL: 'https://example.org/a' }, (text) => void copied.push(text));
    Reflect.apply(item?.click ?? (() => {}), null, []);
    expect(copied).toEqual(['https://example.org/a']);
  });

  it('dims what cannot be done', () => {
    const items = contextItems({ ...NOTHING, isEditable: true }, () => {});
    expect(items.map(({ enabled }) => enabled)).toEqual([false, false, true, true]);
  });
});
