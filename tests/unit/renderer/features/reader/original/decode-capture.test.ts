import { describe, expect, it } from 'vitest';
import { decodeCapture } from '#renderer/features/reader/original/decode-capture.ts';

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('decodeCapture', () => {
  it('reads UTF-8 where nothing else is named', () => {
    expect(decodeCapture(new TextEncoder().encode('<p>مرجونة</p>'))).toBe('<p>مرجونة</p>');
  });

  it('follows a byte order mark before all else', () => {
    expect(decodeCapture(latin('\xff\xfeM\x00a\x00'))).toBe('Ma');
    expect(decodeCapture(latin('\xef\xbb\xbfMa'))).toBe('Ma');
  });

  it.each([
    ['<meta charset="windows-1256">', '\xe3', 'م'],
    ['<meta http-equiv=content-type content="text/html; charset=iso-8859-1">', '\xe9', 'é'],
    ['<META CHARSET=windows-1251>', '\xcc', 'М'],
  ])('follows what the head names: %s', (head, byte, letter) => {
    expect(decodeCapture(latin(head + byte))).toBe(head + letter);
  });

  it('takes a name that no browser knows for UTF-8', () => {
    expect(decodeCapture(latin('<meta charset="no-such">a'))).toContain('a');
  });
});
