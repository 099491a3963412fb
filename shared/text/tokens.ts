import type { TextSpan } from '#shared/kernel/text-span.ts';
import { classAt, DIGIT, JOINER, LETTER, MARK, SPACELESS, widthAt } from './character-class.ts';
import { addressEnd, mailAddressAt, tagEnd } from './web-token.ts';
import { isWordStart, scanWord } from './word-scan.ts';

/** What a token is; a `code` mixes letters and digits (`COVID-19`, `T-72`). */
export type TokenKind = 'word' | 'number' | 'code' | 'address' | 'mail' | 'hashtag' | 'handle';

/** A word of a text, or something that stands like one. */
export type Token = TextSpan & { readonly kind: TokenKind };

/**
 * The words of a text in order, none over another. Punctuation and space are left out; texts without spaces between
 * words (Chinese, Japanese, Thai …) are parted by the engine's dictionary.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const found = tokenAt(text, at);
    if (found === null) {
      at += widthAt(text, at);
    } else {
      for (const token of found) tokens.push(withOverlapped(tokens, token));
      at = found.at(-1)?.end ?? at + 1;
    }
  }
  return tokens;
}

/** A mail address takes in the words that seemed to stand before its `@`, the whole of them. */
function withOverlapped(tokens: Token[], token: Token): Token {
  let { start } = token;
  for (let last = tokens.at(-1); last !== undefined && last.end > start; last = tokens.at(-1)) {
    start = Math.min(start, last.start);
    tokens.pop();
  }
  return { ...token, start };
}

/** What begins at `at`, or for an `@` what stands around it; null if nothing does. */
function tokenAt(text: string, at: number): Token[] | null {
  if (classAt(text, at) === SPACELESS) return spacelessWords(text, at);
  if (isWordStart(text, at)) return [wordAt(text, at)];
  const sign = text[at];
  if (sign !== '#' && sign !== '@') return null;
  const mail = sign === '@' && at > 0 && isWordEnd(text, at) ? mailAddressAt(text, at) : null;
  if (mail !== null) return [{ kind: 'mail', ...mail }];
  const end = isWordEnd(text, at) ? null : tagEnd(text, at);
  return end === null ? null : [{ kind: sign === '#' ? 'hashtag' : 'handle', start: at, end }];
}

function isWordEnd(text: string, at: number): boolean {
  const before = classAt(text, at - 1);
  return before === LETTER || before === DIGIT || before === MARK;
}

function wordAt(text: string, at: number): Token {
  const mayBeAddress = 'hHwW'.includes(text[at] ?? '');
  const address = mayBeAddress ? addressEnd(text, at) : null;
  if (address !== null && address > at) return { kind: 'address', start: at, end: address };
  const { end, hasLetter, hasDigit } = scanWord(text, at);
  if (!hasDigit) return { kind: 'word', start: at, end };
  return { kind: hasLetter ? 'code' : 'number', start: at, end };
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
/** The engine parts long runs in more than linear time; no word comes near this. */
const LONGEST_RUN = 2048;

function spacelessWords(text: string, start: number): Token[] {
  let end = start;
  while (end - start < LONGEST_RUN && isSpacelessPart(text, end)) end += widthAt(text, end);
  return Array.from(segmenter.segment(text.slice(start, end)), ({ index, segment }) => ({
    kind: 'word',
    start: start + index,
    end: start + index + segment.length,
  }));
}

function isSpacelessPart(text: string, at: number): boolean {
  const found = classAt(text, at);
  return found === SPACELESS || found === MARK || found === JOINER;
}
