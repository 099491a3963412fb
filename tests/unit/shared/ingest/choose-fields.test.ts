import { describe, expect, it } from 'vitest';
import { chooseFields, observedDate } from '#shared/ingest/choose-fields.ts';
import { noHints, type ObservedField, type ObservedValue } from '#shared/ingest/reader.ts';

const value = (field: ObservedField, words: string, place = 'here'): ObservedValue => ({
  field,
  value: words,
  rule: 'meta',
  place,
});
const choose = (...observed: ObservedValue[]) => chooseFields(observed, noHints, '');

describe('chooseFields', () => {
  it('INGEST-13 takes the first of each field', () => {
    expect(choose(value('title', 'a'), value('section', 's'), value('title', 'b'))).toMatchObject({
      title: 'a',
      section: 's',
    });
  });

  it('INGEST-13 passes over dates that are not EDTF', () => {
    expect(choose(value('published', 'soon'), value('published', '2024-03'))).toMatchObject({ published: '2024-03' });
  });

  it('INGEST-13 takes the authors of one place, each once', () => {
    const observed = [
      value('byline', 'a', 'x'),
      value('byline', 'b', 'x'),
      value('byline', 'a', 'x'),
      value('byline', 'c', 'y'),
    ];

    expect(choose(...observed).byline).toEqual(['a', 'b']);
  });

  it('INGEST-13 leaves empty what was not observed', () => {
    expect(choose()).toEqual({
      title: '',
      byline: [],
      url: null,
      canonicalUrl: null,
      published: null,
      modified: null,
      section: null,
      keywords: [],
      siteName: null,
    });
  });

  it.each([
    ['INGEST-13 the first line', 'The lorry\n\nIt left.', null, 'The lorry'],
    ['INGEST-13 the first words of a long line', `${'word '.repeat(30)}end`, null, `${'word '.repeat(24).trim()}…`],
    ['INGEST-13 letters where a line has no spaces', '東'.repeat(200), null, `${'東'.repeat(120)}…`],
    ['INGEST-13 no half of a pair', `${'a'.repeat(119)}${'😀'.repeat(9)}`, null, `${'a'.repeat(119)}…`],
    ['INGEST-13 the file, without folder and ending', '', 'C:\\texts\\the lorry.html', 'the lorry'],
    ['INGEST-13 nothing where there is nothing', '', null, ''],
  ])('calls an article without a title by %s', (_, text, fileName, wanted) => {
    expect(chooseFields([], { ...noHints, fileName }, text).title).toBe(wanted);
  });
});

describe('observedDate', () => {
  it.each([
    ['INGEST-13 a day', '2024-03-14', '2024-03-14'],
    ['INGEST-13 an hour with its zone', '2024-03-14T06:40:00Z', '2024-03-14T06:40:00Z'],
    ['INGEST-13 an hour with a zone without colon', '2024-03-14T06:40:00+0300', '2024-03-14T06:40:00+03:00'],
    ['INGEST-13 parts of a second', '2024-03-14T06:40:00.123Z', '2024-03-14T06:40:00Z'],
    ['INGEST-13 words', ' 14 March 2024 ', '2024-03-14'],
    ['INGEST-13 what can mean two days, as it stands', '03/04/2024', '03/04/2024'],
    ['INGEST-13 what has no year, as it stands', '14 March', '14 March'],
    ['INGEST-13 what is no date, as it stands', 'soon', 'soon'],
  ])('gives %s', (_, written, wanted) => {
    expect(observedDate(written)).toBe(wanted);
  });
});
