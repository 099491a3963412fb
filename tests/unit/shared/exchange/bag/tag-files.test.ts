import { describe, expect, it } from 'vitest';
import { BAG_DECLARATION, checkDeclaration } from '#shared/exchange/bag/declaration.ts';
import { checkOxum, formatOxum } from '#shared/exchange/bag/payload-oxum.ts';
import { formatTagLines, parseTagLines, tagValue } from '#shared/exchange/bag/tag-lines.ts';

describe('tag lines', () => {
  it('come back as they were written', () => {
    const lines = [
      ['External-Description', 'Tell Tamr: a bridge'],
      ['Payload-Oxum', '10.2'],
      ['External-Description', 'again'],
    ] as const;

    expect(parseTagLines('bag-info.txt', formatTagLines(lines))).toEqual(lines);
  });

  it('keep a value on one line, whatever a case is called', () => {
    expect(formatTagLines([['Name', 'a\r\nPayload-Oxum: 0.0\u2028b ']])).toBe('Name: a Payload-Oxum: 0.0 b\n');
  });

  it('read a value that goes on in the next line', () => {
    expect(parseTagLines('bag-info.txt', 'A: one\n  two\n\tthree\r\nB : x\n')).toEqual([
      ['A', 'one two three'],
      ['B', 'x'],
    ]);
  });

  it('are refused when a line is neither, with its number', () => {
    expect(() => parseTagLines('bag-info.txt', 'A: x\nno label\n')).toThrow(
      expect.objectContaining({ code: 'unreadable', message: expect.stringContaining('line 2') }),
    );
  });

  it('give the value of a label in any case, null when it is missing', () => {
    expect(tagValue('x', [['payload-OXUM', '1.1']], 'Payload-Oxum')).toBe('1.1');
    expect(tagValue('x', [], 'Payload-Oxum')).toBeNull();
  });

  it('do not choose between two values', () => {
    const lines = [
      ['A', '1'],
      ['a', '2'],
    ] as const;

    expect(() => tagValue('x', lines, 'A')).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });
});

describe('bagit.txt', () => {
  it.each([
    ['ours', BAG_DECLARATION],
    ['an older one', 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n'],
    ['an older one with more blanks', 'BagIt-Version:  0.96\nTag-File-Character-Encoding: utf-8 \n'],
    ['one with other line ends', 'BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n'],
  ])('is accepted: %s', (_, text) => {
    expect(() => checkDeclaration(text)).not.toThrow();
  });

  it.each([
    ['empty', '', 'unreadable'],
    ['with a mark of byte order', `\ufeff${BAG_DECLARATION}`, 'unreadable'],
    ['with a third line', `${BAG_DECLARATION}X: y\n`, 'unreadable'],
    ['with a blank too many', BAG_DECLARATION.replace(': 1', ':  1'), 'unreadable'],
    ['in another encoding', BAG_DECLARATION.replace('UTF-8', 'UTF-16'), 'unreadable'],
    ['of a later version', BAG_DECLARATION.replace('1.0', '2.0'), 'newer-version'],
  ])('is refused: %s', (_, text, code) => {
    expect(() => checkDeclaration(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe('Payload-Oxum', () => {
  it('is bytes and files', () => {
    expect(formatOxum({ bytes: 1200, files: 3 })).toBe('1200.3');
    expect(() => checkOxum('1200.3', { bytes: 1200, files: 3 })).not.toThrow();
  });

  it.each([
    ['1201.3', 'altered'],
    ['1200.4', 'altered'],
    ['1200', 'unreadable'],
    ['-1.3', 'unreadable'],
    ['1e3.3', 'unreadable'],
  ])('is refused as %s', (said, code) => {
    expect(() => checkOxum(said, { bytes: 1200, files: 3 })).toThrow(expect.objectContaining({ code }));
  });
});
