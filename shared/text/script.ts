/** ISO 15924 codes that are told apart, the likeliest first. */
const SCRIPTS = [
  ...['Latn', 'Arab', 'Cyrl', 'Hani', 'Hebr', 'Grek', 'Hang', 'Hira', 'Kana', 'Deva', 'Armn', 'Geor', 'Ethi', 'Syrc'],
  ...['Thai', 'Beng', 'Taml', 'Telu', 'Gujr', 'Guru', 'Knda', 'Mlym', 'Orya', 'Sinh', 'Mymr', 'Khmr', 'Laoo', 'Tibt'],
  ...['Mong', 'Thaa', 'Nkoo', 'Adlm', 'Cher', 'Cans', 'Tfng', 'Copt'],
] as const;

/** An ISO 15924 code of a script, or of a way to write with several (`Jpan`, `Kore`). */
export type Script = (typeof SCRIPTS)[number] | 'Jpan' | 'Kore';

const TESTS: readonly (readonly [Script, RegExp])[] = SCRIPTS.map((code) => [code, new RegExp(`\\p{sc=${code}}`, 'u')]);
const LETTERS = /\p{L}/gu;
const NONE = 0xff;
/** One in so many: Japanese headlines have few kana, Chinese texts quote Japanese names. */
const LEAST_KANA = 20;

/** Places in `SCRIPTS` plus one, filled in as characters are met; 0 = not met yet. */
const KNOWN = new Uint8Array(0x10000);

/** The script most letters of a text are written in, by ISO 15924; null if it has no letters of a known one. */
export function scriptOf(text: string): Script | null {
  const counts = countScripts(text);
  const count = (code: Script) => counts[SCRIPTS.indexOf(code as (typeof SCRIPTS)[number])] ?? 0;
  const kana = count('Hira') + count('Kana');
  const most = Math.max(...counts);
  // Japanese and Korean mix scripts: what is counted is the way of writing.
  const mixed = count('Hani') + kana;
  if (kana > 0 && mixed >= most && kana * LEAST_KANA >= mixed) return 'Jpan';
  if (count('Hang') > 0 && count('Hang') >= count('Hani') && count('Hang') === most) return 'Kore';
  return most === 0 ? null : (SCRIPTS[counts.indexOf(most)] ?? null);
}

function countScripts(text: string): number[] {
  const counts = SCRIPTS.map(() => 0);
  for (let at = 0; at < text.length; at++) {
    const place = scriptAt(text.charCodeAt(at));
    if (place !== NONE) counts[place] = (counts[place] ?? 0) + 1;
  }
  // Letters beyond the basic plane are rare (Adlam, rare Han): they are looked up one by one.
  for (const [pair] of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) {
    const place = TESTS.findIndex(([, test]) => test.test(pair) && LETTERS.test(pair));
    LETTERS.lastIndex = 0;
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

function scriptAt(unit: number): number {
  const known = KNOWN[unit] ?? 0;
  if (known !== 0) return known === NONE ? NONE : known - 1;
  const character = String.fromCharCode(unit);
  const place = /\p{L}/u.test(character) ? TESTS.findIndex(([, test]) => test.test(character)) : -1;
  KNOWN[unit] = place < 0 ? NONE : place + 1;
  return place < 0 ? NONE : place;
}
