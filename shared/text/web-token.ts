import type { TextSpan } from '#shared/kernel/text-span.ts';

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”«»。，、！？）」』،؛؟]+/iy;
const TRAILING = ".,;:!?'’…";
const CLOSERS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);
const TAG = /[#@][\p{L}\p{N}_][\p{L}\p{M}\p{N}_\u200c]*/uy;
const MAIL_LOCAL = /[\p{L}\p{N}._%+-]+$/u;
const MAIL_DOMAIN = /@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/uy;
/** Longer names before an `@` are no address (RFC 5321 allows 64). */
const LONGEST_LOCAL = 64;

/** Where the web address that begins at `at` ends, without the punctuation of the sentence around it; null if none does. */
export function addressEnd(text: string, at: number): number | null {
  ADDRESS.lastIndex = at;
  const found = ADDRESS.exec(text)?.[0];
  if (found === undefined) return null;
  let length = found.length;
  while (length > 0 && isTrailing(found.slice(0, length))) length--;
  return at + length;
}

/** Where the hashtag or handle that begins at `at` ends; null if none does. */
export function tagEnd(text: string, at: number): number | null {
  TAG.lastIndex = at;
  return TAG.test(text) ? TAG.lastIndex : null;
}

/** The mail address around the `@` at `at`; null if there is none. */
export function mailAddressAt(text: string, at: number): TextSpan | null {
  MAIL_DOMAIN.lastIndex = at;
  if (!MAIL_DOMAIN.test(text)) return null;
  const local = MAIL_LOCAL.exec(text.slice(Math.max(0, at - LONGEST_LOCAL), at))?.[0];
  if (local === undefined) return null;
  return { start: at - local.length, end: MAIL_DOMAIN.lastIndex };
}

function isTrailing(address: string): boolean {
  const last = address.slice(-1);
  if (TRAILING.includes(last)) return true;
  const opener = CLOSERS.get(last);
  return opener !== undefined && address.split(opener).length < address.split(last).length;
}
