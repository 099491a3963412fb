import { describe, expect, it } from 'vitest';
import { headerValue } from '#shared/ingest/mime/header-parameters.ts';

describe('headerValue', () => {
  it.each([
    ['a plain value', 'text/HTML', 'text/html', {}],
    ['parameters', 'text/html; Charset=utf-8', 'text/html', { charset: 'utf-8' }],
    ['a quoted one with what would end it', 'a/b; name="x; \\"y\\".txt"', 'a/b', { name: 'x; "y".txt' }],
    ['a quote that never ends', 'a/b; name="x.txt', 'a/b', { name: 'x.txt' }],
    ['space where none belongs', 'a/b ; name = x y.txt ', 'a/b', { name: 'x y.txt' }],
    ['a comment', 'text/plain (of mine); charset=utf-8 (so)', 'text/plain', { charset: 'utf-8' }],
    ['one without a value', 'a/b; flag; c=d', 'a/b', { flag: '', c: 'd' }],
    ['the first of two', 'a/b; c=1; c=2', 'a/b', { c: '1' }],
    ['an equals sign in a value', 'a/b; boundary=--=_x=1', 'a/b', { boundary: '--=_x=1' }],
    ['a charset', "a/b; filename*=iso-8859-1''na%EFve.txt", 'a/b', { filename: 'naïve.txt' }],
    ['pieces', "a/b; filename*0*=utf-8'en'%D0%90; filename*1=b; filename*2*=%D0%91", 'a/b', { filename: 'АbБ' }],
    ['a charset that nobody knows', "a/b; filename*=x-none''abc", 'a/b', { filename: 'abc' }],
    ['nothing', '', '', {}],
  ])('MAIL-2 reads %s', (_, written, value, parameters) => {
    const read = headerValue(written);

    expect([read.value, Object.fromEntries(read.parameters)]).toEqual([value, parameters]);
  });

  it('MAIL-8 looks at a hundred parameters and not at a million', () => {
    expect(headerValue(`a/b${'; x=1'.repeat(1_000_000)}`).parameters.size).toBe(1);
  });
});
