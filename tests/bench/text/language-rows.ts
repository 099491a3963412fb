import { languageOf } from '#shared/ingest/language/language-of.ts';
import { type BenchRow, plainRow } from '../bench-row.ts';
import { linesOf } from './sets.ts';

type Paragraph = { readonly iso6393: string; readonly name: string; readonly code: string; readonly text: string };
type Sentence = { readonly lang: string; readonly tokens: readonly string[] };

/** Languages that are asked for, by their ISO 639-3 code, and what counts as right. */
const WANTED: Readonly<Record<string, string>> = {
  arb: 'ar',
  cmn: 'zh',
  deu: 'de',
  eng: 'en',
  fra: 'fr',
  hau: 'ha',
  heb: 'he',
  hin: 'hi',
  ind: 'id',
  ita: 'it',
  jpn: 'ja',
  kmr: 'ku',
  kor: 'ko',
  nld: 'nl',
  pbu: 'ps',
  pes: 'fa',
  pol: 'pl',
  por: 'pt',
  prs: 'fa',
  ron: 'ro',
  rus: 'ru',
  som: 'so',
  spa: 'es',
  swh: 'sw',
  tam: 'ta',
  tha: 'th',
  tur: 'tr',
  ukr: 'uk',
  urd: 'ur',
  vie: 'vi',
};
const AFRICAN: Readonly<Record<string, string>> = { amh: 'am', hau: 'ha', pcm: 'pcm', swa: 'sw', yor: 'yo' };
/** The set counts this dialect of Lorraine, which has an orthography of its own, as French. */
const WELCHE = '068';
const LONG = 60;

/** Languages of paragraphs and sentences, none of which the detection has learnt from. */
export function languageRows(): BenchRow[] {
  const paragraphs = linesOf<Paragraph>('text/udhr-paragraphs.jsonl.gz').filter(
    ({ iso6393, text }) => iso6393 in WANTED && text.length > LONG,
  );
  const usual = paragraphs.filter(({ code }) => code !== WELCHE);
  const sentences = linesOf<Sentence>('text/masakhaner-test.jsonl.gz').map(({ lang, tokens }) => ({
    wanted: AFRICAN[lang],
    text: tokens.join(' '),
  }));
  const ofUdhr = (some: readonly Paragraph[]) =>
    shareOf(some.map(({ iso6393, text }) => ({ wanted: WANTED[iso6393], text })));
  const long = sentences.filter(({ text }) => text.length > LONG);
  return [
    plainRow(`udhr: language, of ${paragraphs.length} paragraphs`, ofUdhr(paragraphs), 'share', '>= 0.98'),
    plainRow(`udhr: the same without French (Welche), of ${usual.length}`, ofUdhr(usual), 'share'),
    plainRow(`masakhaner: language, of ${sentences.length} sentences`, shareOf(sentences), 'share', '>= 0.97'),
    plainRow(`masakhaner: of ${long.length} over ${LONG} characters`, shareOf(long), 'share'),
  ];
}

function shareOf(asked: readonly { readonly wanted: string | undefined; readonly text: string }[]): number {
  const right = asked.filter(({ wanted, text }) => languageOf(text)?.language.split('-')[0] === wanted).length;
  return right / asked.length;
}
