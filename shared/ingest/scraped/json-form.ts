import type { FormatHead } from '../format-head.ts';

/** How values stand in a file: one alone, one on each line, or as the members of one list. */
export type JsonForm = 'single' | 'lines' | 'list';

const START = /^[\s\uFEFF]*(?:\{\s*(?:"|\}|$)|\[\s*(?:\{|\]\s*$))/;
/** Lines at the beginning of which one has to be whole: the first may be damaged. */
const MOST_LINES = 8;

/** Whether a text begins as JSON of objects does. Numbers and words in brackets are more likely a text. */
export function looksLikeJson(text: string): boolean {
  return START.test(text);
}

/** Tells how values stand in a file, by its first lines. */
export function jsonFormOf({ text, bytes }: FormatHead, size: number): JsonForm {
  const head = (text ?? '').replace(/^\uFEFF/, '').trimStart();
  if (head.startsWith('[')) return 'list';
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '');
  // The last line may be cut by the end of what was looked at.
  const whole = bytes.length < size ? lines.slice(0, -1) : lines;
  const objects = whole.slice(0, MOST_LINES).filter((line) => line.trimStart().startsWith('{') && isJson(line));
  if (objects.length > 0 && lines.length > 1) return 'lines';
  if (lines.length === 1 && head.startsWith('{') && size > bytes.length) return 'lines';
  return 'single';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Part of a value that goes on behind the line, or none.
    return false;
  }
}
