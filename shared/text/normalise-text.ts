const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Brings text from outside into the one form that is stored: Unicode NFC, lines ended by `\n`, no NUL and no half of a
 * surrogate pair (either becomes U+FFFD, for it could not be hashed or saved as UTF-8).
 *
 * @see https://www.unicode.org/reports/tr15/
 */
export function normaliseText(text: string): string {
  const whole = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/\0/g, '\uFFFD');
  return whole.replace(LONE_SURROGATE, '\uFFFD').normalize('NFC');
}

/** Whether `normaliseText` would leave `text` as it is. */
export function isNormalised(text: string): boolean {
  return normaliseText(text) === text;
}
