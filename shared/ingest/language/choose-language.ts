import type { ObservedValue } from '../reader.ts';
import type { DetectedLanguage } from './language-of.ts';

const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;
/** Subtags that name one language, or such near ones that a page may declare either. */
const SAME: Readonly<Record<string, string>> = {
  arb: 'ar',
  bs: 'sr',
  cmn: 'zh',
  deu: 'de',
  eng: 'en',
  fil: 'tl',
  fra: 'fr',
  hr: 'sr',
  in: 'id',
  iw: 'he',
  ji: 'yi',
  kmr: 'ku',
  nb: 'no',
  nn: 'no',
  pbt: 'ps',
  pbu: 'ps',
  pes: 'fa',
  prs: 'fa',
  rus: 'ru',
  sh: 'sr',
  spa: 'es',
  swa: 'sw',
  swh: 'sw',
  yue: 'zh',
};

/**
 * Weighs the language that an article declares against the one that its words are in. Templates declare English on pages of
 * any language: where the words are sure, they are right; where both agree, what was declared says more (`pt-BR`).
 *
 * @returns BCP 47; null where nothing tells
 */
export function chooseLanguage(observed: readonly ObservedValue[], detected: DetectedLanguage | null): string | null {
  const declared = observed.filter(({ field, rule }) => field === 'language' && rule !== WORDS);
  const tags = declared.flatMap(({ value }) => canonical(value) ?? []);
  if (detected === null) return tags[0] ?? null;
  const same = tags.find((tag) => primary(tag) === primary(detected.language));
  if (same !== undefined) return same.includes('-') ? same : moreOf(same, detected.language);
  return detected.isSure ? detected.language : (tags[0] ?? detected.language);
}

/** The rule of a language that was read from the words themselves. */
const WORDS = 'words';

/** What was detected, as one more value that was observed. */
export function observedLanguage(detected: DetectedLanguage | null): ObservedValue[] {
  return detected === null ? [] : [{ field: 'language', value: detected.language, rule: WORDS, place: 'text' }];
}

function canonical(value: string): string | null {
  const tag = value.trim().replaceAll('_', '-');
  if (!TAG.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    // it looks like a tag, and is none
    return null;
  }
}

function primary(tag: string): string {
  const [first = ''] = tag.toLowerCase().split('-');
  return SAME[first] ?? first;
}

/** The script that the words tell goes with a bare tag of the same language: `zh` and `zh-Hant` are `zh-Hant`. */
function moreOf(declared: string, detected: string): string {
  return detected.startsWith(`${declared}-`) ? detected : declared;
}
