import { describe, expect, it } from 'vitest';
import { sentenceAt, sentencesOf } from '#shared/text/sentences.ts';

const parts = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each([
    ['TEXT-17 plain ones', 'It left. It came! Did it?  Yes…', ['It left.', 'It came!', 'Did it?', 'Yes…']],
    ['TEXT-17 one with its closing quote', '“It left.” He saw.', ['“It left.”', 'He saw.']],
    ['TEXT-17 Arabic with its question mark', 'هل قتل؟ نعم. لا', ['هل قتل؟', 'نعم.', 'لا']],
    ['TEXT-17 Urdu', 'یہ ہے۔ وہ تھا۔', ['یہ ہے۔', 'وہ تھا۔']],
    ['TEXT-17 Chinese without spaces', '他走了。她来了！', ['他走了。', '她来了！']],
    ['TEXT-17 Hindi', 'वह गया। वह आई।', ['वह गया।', 'वह आई।']],
    ['TEXT-17 one without an end', 'no end', ['no end']],
    ['TEXT-17 none in space', ' \n ', []],
    ['TEXT-18 line breaks', 'Heading\n\nText goes\non', ['Heading', 'Text goes', 'on']],
    ['TEXT-18 titles', 'Mr. Smith met Gen. Ali. He left.', ['Mr. Smith met Gen. Ali.', 'He left.']],
    ['TEXT-18 initials', 'J. R. Smith left. I left.', ['J. R. Smith left.', 'I left.']],
    ['TEXT-18 a pronoun that ends one', 'It was I. Smith left.', ['It was I.', 'Smith left.']],
    ['TEXT-18 acronyms inside', 'The U.S. Army came.', ['The U.S. Army came.']],
    ['TEXT-18 acronyms at the end', 'He is in the U.S. They know.', ['He is in the U.S.', 'They know.']],
    ['TEXT-18 decimals', 'It was 3.5 km. Then 2.', ['It was 3.5 km.', 'Then 2.']],
    ['TEXT-18 numbers', 'See No. 5. No. He left.', ['See No. 5.', 'No.', 'He left.']],
    [
      'TEXT-18 German dates',
      'Am 10. November kam er. Es war 10. Dann ging er.',
      ['Am 10. November kam er.', 'Es war 10.', 'Dann ging er.'],
    ],
    ['TEXT-18 a small letter behind dots', 'He … left. and so. It', ['He … left. and so.', 'It']],
    ['TEXT-18 speech that goes on', '“Stop!” he said. “Go!” She left.', ['“Stop!” he said.', '“Go!”', 'She left.']],
    ['TEXT-18 Russian', 'В г. Москве. Он ушёл.', ['В г. Москве.', 'Он ушёл.']],
    ['TEXT-18 addresses', 'See example.org for more. End.', ['See example.org for more.', 'End.']],
  ])('finds %s', (_, text, wanted) => {
    expect(parts(text)).toEqual(wanted);
  });
});

describe('sentenceAt', () => {
  const TEXT = 'Head\nIt left at 5 p.m. It came. ';

  it.each([
    ['TEXT-17 the one that holds the place', 8, 'It left at 5 p.m.'],
    ['TEXT-17 the one that begins there', 23, 'It came.'],
    ['TEXT-17 the one before, in the space behind it', 31, 'It came.'],
    ['TEXT-17 the first', 0, 'Head'],
  ])('finds %s', (_, at, wanted) => {
    const found = sentenceAt(TEXT, at);

    expect(TEXT.slice(found?.start, found?.end)).toBe(wanted);
  });

  it('TEXT-17 finds none in an empty line', () => {
    expect(sentenceAt('a\n\nb', 2)).toBeNull();
  });
});
