/** What `NFKC` and lower case alone do not bring together, though a reader takes it for the same. */
const SAME: ReadonlyMap<string, string> = new Map([
  ...pairs("'", '‘’‛ʹʻʼʽʾʿˈˊˋ`´′＇׳״՚'),
  ...pairs('"', '“”„‟″＂'),
  ...pairs('-', '‐‑‒–−﹣－⁃֊־'),
  // Latin letters that have no decomposition; ı serves Turkish, where the capital of i is İ and that of ı is I.
  ...pairs('ss', 'ßẞ'),
  ...pairs('i', 'ı'),
  ...pairs('ae', 'æ'),
  ...pairs('oe', 'œ'),
  ...pairs('o', 'ø'),
  ...pairs('d', 'đð'),
  ...pairs('l', 'ł'),
  ...pairs('h', 'ħ'),
  ...pairs('t', 'ŧ'),
  ...pairs('th', 'þ'),
  ...pairs('σ', 'ς'),
  // Arabic script: forms of alef, alef maqsura, ta marbuta, Persian, Urdu, Kurdish and Pashto letters.
  ...pairs('ا', 'ٱٲٳٵ'),
  ...pairs('ي', 'ىیېےۍێ'),
  ...pairs('ك', 'کڪ'),
  ...pairs('ه', 'ةہھەۃ'),
  ...pairs('ن', 'ں'),
  ...pairs('.', '٫'),
  ...pairs(',', '٬،'),
  ...pairs('?', '؟'),
  ...pairs('', 'ـ'),
]);

/** Scripts whose marks are accents or vowel points that people leave out; elsewhere (Indic, Thai) marks spell the word. */
const BARE_SCRIPT =
  /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Armenian}\p{sc=Georgian}\p{sc=Common}\p{sc=Inherited}]/u;
const MARK = /\p{M}/u;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const DIGIT = /\p{Nd}/u;

/**
 * What one character is compared as: nothing, one character or several. Folding the result again changes nothing.
 *
 * @param character - one code point; half of a surrogate pair comes back as it is
 */
export function foldCharacter(character: string): string {
  const same = SAME.get(character);
  if (same !== undefined) return same;
  if (IGNORABLE.test(character)) return '';
  if (DIGIT.test(character)) return String(digitOf(character));
  if (MARK.test(character)) return isVoicedSoundMark(character) || !BARE_SCRIPT.test(character) ? character : '';
  const open = openUp(character);
  if (open === character) return character;
  return Array.from(open, foldCharacter).join('');
}

/** The kana marks ゛ and ゜, which make another letter of the one before them. */
export function isVoicedSoundMark(character: string): boolean {
  return character === '\u3099' || character === '\u309A';
}

function openUp(character: string): string {
  const lower = character.normalize('NFKC').toLowerCase();
  // Kana, Hangul and Indic letters stay whole: their parts are not accents.
  return Array.from(lower, (part) => (BARE_SCRIPT.test(part) ? part.normalize('NFD') : part)).join('');
}

/** Decimal digits of every script stand in rows of ten, so that the distance from the row's start is the value. */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}

function pairs(to: string, from: string): [string, string][] {
  return Array.from(from, (character) => [character, to]);
}
