/** What Arabic writes together with the word after it: and, so, by, for, like, the. */
const ARABIC_BEFORE = 'و ف ب ل ك ال وال فال بال كال لل ولل فلل وب ول فب فل'.split(' ');
/** The article, which a query may bring along. */
const ARABIC_ARTICLE = /^(?:ال|لل)(?=...)/u;
const ARABIC = /^\p{sc=Arabic}{3,}$/u;
/** What Korean writes together with the word before it: case and topic. */
const KOREAN_BEHIND =
  '은 는 이 가 을 를 의 에 에서 에게 에는 에도 께 께서 로 으로 와 과 도 만 까지 부터 보다 처럼 마다 이나 나 이라 라 이다 한테 하고 들 들이 들은 들을 들의'.split(
    ' ',
  );
const HANGUL = /^\p{sc=Hangul}{2,}$/u;

/**
 * The forms in which a word stands in a text together with small words that its script does not part from it:
 * `سوريا` in `وسوريا`, `الجيش` for `جيش`, `서울` in `서울에서`. Without the word itself; none for other scripts.
 *
 * @param letters - one folded part of a word
 */
export function attachedForms(letters: string): string[] {
  if (HANGUL.test(letters)) return KOREAN_BEHIND.map((behind) => letters + behind);
  if (!ARABIC.test(letters)) return [];
  const bare = letters.replace(ARABIC_ARTICLE, '');
  const bases = bare === letters ? [letters] : [letters, bare];
  const forms = bases.flatMap((base) => [base, ...ARABIC_BEFORE.map((before) => before + base)]);
  return [...new Set(forms)].filter((form) => form !== letters);
}
