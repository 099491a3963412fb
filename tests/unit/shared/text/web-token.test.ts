import { describe, expect, it } from 'vitest';
import { addressEnd, mailAddressAt, tagEnd } from '#shared/text/web-token.ts';

describe('addressEnd', () => {
  it.each([
    ['TEXT-10 an address', 'https://a.example/b?c=d#e', 'https://a.example/b?c=d#e'],
    ['TEXT-10 one in capitals', 'HTTPS://A.EXAMPLE', 'HTTPS://A.EXAMPLE'],
    ['TEXT-10 one without scheme', 'www.a.example/b', 'www.a.example/b'],
    ['TEXT-10 one before a full stop', 'https://a.example/b.', 'https://a.example/b'],
    ['TEXT-10 one before several signs', 'https://a.example/b…?!', 'https://a.example/b'],
    ['TEXT-10 one in brackets', 'https://a.example/b)', 'https://a.example/b'],
    ['TEXT-10 one with brackets of its own', 'https://a.example/b_(c)', 'https://a.example/b_(c)'],
    ['TEXT-10 one with brackets of its own, in brackets', 'https://a.example/b_(c)).', 'https://a.example/b_(c)'],
    ['TEXT-10 one in Arabic text', 'https://a.example/ب، ثم', 'https://a.example/ب'],
    ['TEXT-10 one in Chinese text', 'https://a.example/b。他', 'https://a.example/b'],
    ['TEXT-10 one in angle brackets', 'https://a.example/b>', 'https://a.example/b'],
  ])('finds the end of %s', (_, text, wanted) => {
    expect(text.slice(0, addressEnd(text, 0) ?? 0)).toBe(wanted);
  });

  it('TEXT-10 finds none where none begins', () => {
    expect([addressEnd('x https://a.example', 0), addressEnd('http:/a', 0), addressEnd('', 0)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('tagEnd', () => {
  it.each([
    ['TEXT-10 a hashtag', '#tell_tamr, x', '#tell_tamr'],
    ['TEXT-10 one in Arabic', '#تل_تمر x', '#تل_تمر'],
    ['TEXT-10 one with marks', '#हिन्दी x', '#हिन्दी'],
    ['TEXT-10 a handle', '@desk1: x', '@desk1'],
  ])('finds the end of %s', (_, text, wanted) => {
    expect(text.slice(0, tagEnd(text, 0) ?? 0)).toBe(wanted);
  });

  it('TEXT-10 finds none in a sign alone', () => {
    expect([tagEnd('# x', 0), tagEnd('@', 0), tagEnd('#-', 0)]).toEqual([null, null, null]);
  });
});

describe('mailAddressAt', () => {
  it.each([
    ['TEXT-10 an address', 'to j.doe+x@mail.a.example.', 'j.doe+x@mail.a.example'],
    ['TEXT-10 one at the beginning', 'a@b.example', 'a@b.example'],
    ['TEXT-10 the last part of a very long name', `${'x'.repeat(100)}@b.example`, `${'x'.repeat(64)}@b.example`],
  ])('finds %s', (_, text, wanted) => {
    const found = mailAddressAt(text, text.indexOf('@'));

    expect(text.slice(found?.start, found?.end)).toBe(wanted);
  });

  it.each([
    ['TEXT-10 a name without a domain', 'a@b'],
    ['TEXT-10 a domain without a name', ' @b.example'],
    ['TEXT-10 a handle', 'see @desk'],
  ])('finds none in %s', (_, text) => {
    expect(mailAddressAt(text, text.indexOf('@'))).toBeNull();
  });
});
