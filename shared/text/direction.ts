/** Which way a paragraph runs. */
export type Direction = 'ltr' | 'rtl';

const LETTER_OR_MARK = /[\p{L}\u200E\u200F\u061C]/u;
const RIGHT_TO_LEFT =
  /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Samaritan}\p{sc=Mandaic}\p{sc=Adlam}\p{sc=Hanifi_Rohingya}\p{sc=Mende_Kikakui}\u200F\u061C]/u;

/**
 * The direction of a paragraph: that of its first letter, as browsers decide it for `dir="auto"`; null if it has none.
 *
 * @see https://www.unicode.org/reports/tr9/#P2
 */
export function directionOf(paragraph: string): Direction | null {
  const first = LETTER_OR_MARK.exec(paragraph)?.[0];
  if (first === undefined) return null;
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}
