import type { Script } from '#shared/text/script.ts';
import type { DetectedLanguage } from './language-of.ts';

/** Scripts that one language is written in, or nearly so. */
const LANGUAGE_OF: Partial<Record<Script, string>> = {
  Jpan: 'ja',
  Hira: 'ja',
  Kana: 'ja',
  Kore: 'ko',
  Hang: 'ko',
  Grek: 'el',
  Armn: 'hy',
  Geor: 'ka',
  Syrc: 'syr',
  Thai: 'th',
  Taml: 'ta',
  Telu: 'te',
  Gujr: 'gu',
  Guru: 'pa',
  Knda: 'kn',
  Mlym: 'ml',
  Orya: 'or',
  Sinh: 'si',
  Mymr: 'my',
  Khmr: 'km',
  Laoo: 'lo',
  Tibt: 'bo',
  Mong: 'mn-Mong',
  Thaa: 'dv',
  Nkoo: 'nqo',
  Cher: 'chr',
  Copt: 'cop',
};

/** The language that a script is all but reserved to; null for other scripts. */
export function languageOfScript(script: Script): DetectedLanguage | null {
  const language = LANGUAGE_OF[script];
  return language === undefined ? null : { language, isSure: true };
}

/** What a script is written in that speakers of many languages share, when no word of the text is known. */
const LIKELIEST: Partial<Record<Script, string>> = { Deva: 'hi', Beng: 'bn', Hebr: 'he', Ethi: 'am' };

/** A guess by the script alone; null where it tells nothing. */
export function likeliestOf(script: Script): DetectedLanguage | null {
  const language = LIKELIEST[script];
  return language === undefined ? null : { language, isSure: false };
}

/** Common characters that were simplified, and what they were simplified from, in the same order. */
const SIMPLIFIED =
  '们这国来时会说过对发经动现开个学业无业实两关于从应当总样进将还没与为权宪产设间问长门东车马书见乐听讲话';
const TRADITIONAL =
  '們這國來時會說過對發經動現開個學業無業實兩關於從應當總樣進將還沒與為權憲產設間問長門東車馬書見樂聽講話';

/** Characters that Vietnamese made for its own words and Chinese never writes: beyond the basic plane nearly all. */
const NOM = /[\u{20000}-\u{2EBEF}]/gu;
/** One in so many. */
const LEAST_NOM = 30;

/** The tag of a text in Chinese characters: with the script, where its characters tell it. */
export function hanTag(text: string): string {
  if ((text.match(NOM)?.length ?? 0) * LEAST_NOM >= text.length) return 'vi-Hani';
  let lead = 0;
  for (const character of text) {
    if (SIMPLIFIED.includes(character)) lead += TRADITIONAL.includes(character) ? 0 : 1;
    else if (TRADITIONAL.includes(character)) lead -= 1;
  }
  return lead === 0 ? 'zh' : lead > 0 ? 'zh-Hans' : 'zh-Hant';
}
