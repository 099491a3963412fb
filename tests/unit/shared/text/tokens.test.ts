import { describe, expect, it } from 'vitest';
import { tokensOf } from '#shared/text/tokens.ts';

const words = (text: string) => tokensOf(text).map(({ start, end }) => text.slice(start, end));
const kinds = (text: string) => tokensOf(text).map(({ kind }) => kind);

describe('tokensOf', () => {
  it.each([
    ['TEXT-10 names with apostrophes', "O'Neill, Sha’Fah.", ["O'Neill", 'Sha’Fah']],
    ['TEXT-10 no quotation marks', "'lorry' ‘van’", ['lorry', 'van']],
    ['TEXT-10 codes', 'COVID-19 and T-72s', ['COVID-19', 'and', 'T-72s']],
    ['TEXT-10 acronyms with dots', 'the U.S. e.g. this', ['the', 'U.S', 'e.g', 'this']],
    ['TEXT-10 a missing space after a sentence as two words', 'dawn.The', ['dawn', 'The']],
    ['TEXT-10 numbers', '10,000 3.5 06:40 1.', ['10,000', '3.5', '06:40', '1']],
    ['TEXT-10 Arabic numbers', '٣٫٥ كيلومتر', ['٣٫٥', 'كيلومتر']],
    ['TEXT-10 a comma between words as two', 'one,two', ['one', 'two']],
    ['TEXT-10 company names', 'AT&T said', ['AT&T', 'said']],
    ['TEXT-10 a dash between words as two', 'dawn — dusk', ['dawn', 'dusk']],
    ['TEXT-10 marks with their letters', 'قُتِلَ e\u0301x', ['قُتِلَ', 'e\u0301x']],
    ['TEXT-10 Persian non-joiner', 'می\u200cروم', ['می\u200cروم']],
    ['TEXT-10 addresses without what surrounds them', 'see (https://a.org/b_(c)).', ['see', 'https://a.org/b_(c)']],
    ['TEXT-10 addresses without scheme', 'www.a.org, ok', ['www.a.org', 'ok']],
    ['TEXT-10 words that begin as an address does', 'http www hour', ['http', 'www', 'hour']],
    ['TEXT-10 mail', 'to j.doe+x@mail.example.org.', ['to', 'j.doe+x@mail.example.org']],
    [
      'TEXT-10 mail behind a mark that addresses do not have',
      "a\u3099a@b.org O'N@b.org",
      ['a\u3099a@b.org', "O'N@b.org"],
    ],
    ['TEXT-10 hashtags and handles', '#تل_تمر @desk_1 x', ['#تل_تمر', '@desk_1', 'x']],
    ['TEXT-10 a sign inside a word as no tag', 'C# a@b', ['C', 'a', 'b']],
    ['TEXT-10 hyphens at the edge as none', '-5 pre- -fix', ['5', 'pre', 'fix']],
    ['TEXT-11 Chinese', '北京大学生', ['北京', '大学生']],
    ['TEXT-11 Japanese beside Latin', '東京へGo', ['東京', 'へ', 'Go']],
    ['TEXT-11 Thai', 'ไปโรงเรียน', ['ไป', 'โรงเรียน']],
    ['TEXT-9 nothing in a text without words', ' … !? \n', []],
    ['TEXT-9 nothing in an empty text', '', []],
  ])('finds %s', (_, text, wanted) => {
    expect(words(text)).toEqual(wanted);
  });

  it('TEXT-10 tells what each token is', () => {
    expect(kinds('Tell 35 T-72 https://a.org a@b.org #x @y 東京')).toEqual([
      'word',
      'number',
      'code',
      'address',
      'mail',
      'hashtag',
      'handle',
      'word',
    ]);
  });

  it('TEXT-11 parts a very long run without spaces, and loses none of it', () => {
    const text = '東京都に行きました'.repeat(1000);

    expect(words(text).join('')).toBe(text);
  });
});
