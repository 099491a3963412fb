import { describe, expect, it } from 'vitest';
import { chooseLanguage, observedLanguage } from '#shared/ingest/language/choose-language.ts';
import type { ObservedValue } from '#shared/ingest/reader.ts';
import { readPage, readText } from '../../../../support/ingest/read.ts';

const GERMAN =
  'Der Lastwagen hat den Hafen am Morgen verlassen und wurde seither nicht mehr in der Stadt gesehen, sagt die Polizei. ';

const declared = (...tags: string[]): ObservedValue[] =>
  tags.map((value) => ({ field: 'language', value, rule: 'html', place: 'html[lang]' }));
const sure = (language: string) => ({ language, isSure: true });
const unsure = (language: string) => ({ language, isSure: false });

describe('chooseLanguage', () => {
  it.each([
    ['the declared region where the words agree', declared('pt-BR'), sure('pt'), 'pt-BR'],
    ['the words where they are sure and the page says otherwise', declared('en'), sure('ar'), 'ar'],
    ['the page where the words are not sure', declared('no'), unsure('da'), 'no'],
    ['the first of several that agrees with the words', declared('en', 'fr-CA'), sure('fr'), 'fr-CA'],
    ['the script that the words tell with a bare tag', declared('zh'), sure('zh-Hant'), 'zh-Hant'],
    ['an old code in its present form', declared('iw'), sure('he'), 'he'],
    ['a near relative as it was declared', declared('hr'), sure('sr-Latn'), 'hr'],
    ['a tag with an underscore in BCP 47', declared('de_at'), sure('de'), 'de-AT'],
    ['the words where nothing is declared', [], unsure('sw'), 'sw'],
    ['what is declared where the words tell nothing', declared('fi'), null, 'fi'],
    ['the words instead of what is no tag', declared('German', 'x'), sure('de'), 'de'],
    ['nothing where nothing tells', declared(''), null, null],
  ])('INGEST-19: chooses %s', (_, observed, detected, wanted) => {
    expect(chooseLanguage(observed, detected)).toBe(wanted);
  });

  it('does not take its own detection for a declaration', () => {
    expect(chooseLanguage(observedLanguage(unsure('da')), unsure('no'))).toBe('no');
  });
});

describe('an article that is read', () => {
  it('INGEST-19: gets the language of its words, and keeps what the page declared beside it', async () => {
    const article = await readPage(`<html lang="en"><body><p>${GERMAN.repeat(3)}</p></body></html>`);

    expect(article.language).toBe('de');
    expect(article.observed.filter(({ field }) => field === 'language')).toEqual([
      { field: 'language', value: 'en', rule: 'html', place: 'html[lang]' },
      { field: 'language', value: 'de', rule: 'words', place: 'text' },
    ]);
  });

  it('INGEST-19: gets it from plain text too', async () => {
    const [article] = (await readText(GERMAN)).articles;

    expect(article?.language).toBe('de');
  });
});
