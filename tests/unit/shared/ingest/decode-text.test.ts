import { describe, expect, it } from 'vitest';
import { decodeText } from '#shared/ingest/decode-text.ts';

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodeText', () => {
  it.each([
    ['INGEST-2 UTF-8 by its mark', latin('\xef\xbb\xbfa\xe9'), null, 'a\ufffd', 'utf-8'],
    ['INGEST-2 UTF-16 by its mark', latin('\xff\xfea\0'), null, 'a', 'utf-16le'],
    ['INGEST-2 UTF-16 the other way round', latin('\xfe\xff\0a'), null, 'a', 'utf-16be'],
    ['INGEST-2 UTF-8 by its bytes', utf8('قتل'), null, 'قتل', 'utf-8'],
    [
      'INGEST-2 UTF-8 against a wrong declaration',
      utf8('<meta charset=windows-1251>قتل'),
      null,
      '<meta charset=windows-1251>قتل',
      'utf-8',
    ],
    [
      'INGEST-2 the declared charset of a page',
      latin('<meta charset="windows-1251">\xcc'),
      null,
      '<meta charset="windows-1251">М',
      'windows-1251',
    ],
    [
      'INGEST-2 the older way to declare it',
      latin('<meta http-equiv=Content-Type content="text/html; charset=windows-1256">\xc8'),
      null,
      '<meta http-equiv=Content-Type content="text/html; charset=windows-1256">ب',
      'windows-1256',
    ],
    [
      'INGEST-2 the declared charset of XML',
      latin('<?xml version="1.0" encoding="iso-8859-9"?>\xfd'),
      null,
      '<?xml version="1.0" encoding="iso-8859-9"?>ı',
      'windows-1254',
    ],
    [
      'INGEST-2 the media type before the page',
      latin('<meta charset=windows-1251>\xe9'),
      'text/html; charset=iso-8859-1',
      '<meta charset=windows-1251>é',
      'windows-1252',
    ],
    [
      'INGEST-2 Japanese in seven bits',
      latin('<meta charset=iso-2022-jp>\x1b$B8@\x1b(B'),
      null,
      '<meta charset=iso-2022-jp>言',
      'iso-2022-jp',
    ],
    ['INGEST-2 windows-1252 when nothing is declared', latin('\x93a\x94 \xe9'), null, '“a” é', 'windows-1252'],
    [
      'INGEST-2 windows-1252 when UTF-8 is declared and is not',
      latin('<meta charset=utf-8>\xe9'),
      null,
      '<meta charset=utf-8>é',
      'windows-1252',
    ],
    [
      'INGEST-2 windows-1252 when nobody knows the declared charset',
      latin('<meta charset=klingon>\xe9'),
      null,
      '<meta charset=klingon>é',
      'windows-1252',
    ],
    [
      'INGEST-2 no UTF-16 where a page could declare it',
      latin('<meta charset=utf-16>a'),
      null,
      '<meta charset=utf-16>a',
      'utf-8',
    ],
    ['INGEST-2 plain ASCII as UTF-8', latin('a'), null, 'a', 'utf-8'],
  ])('reads %s', (_, bytes, mediaType, text, charset) => {
    expect(decodeText(bytes, mediaType)).toEqual({ text, charset });
  });
});
