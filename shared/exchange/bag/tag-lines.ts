import { AppError } from '#shared/kernel/app-error.ts';

/** Labels and values of a tag file such as `bag-info.txt`, in their order; a label may come more than once. */
export type TagLines = readonly (readonly [label: string, value: string])[];

/** Values come from people: a case may be named over several lines. */
function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** Writes labels and values, one on a line; line breaks within a value become blanks. */
export function formatTagLines(lines: TagLines): string {
  return lines.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('');
}

/**
 * Reads labels and values; a line that begins with a blank goes on with the value before.
 *
 * @param name - of the file, for messages
 * @throws {AppError} `unreadable` at a line that is neither
 * @see https://www.rfc-editor.org/rfc/rfc8493#section-2.2.2
 */
export function parseTagLines(name: string, text: string): TagLines {
  const lines: [string, string][] = [];
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]+\S/.test(line) && last) {
      last[1] = `${last[1]} ${line.trim()}`;
    } else if (line.trim() !== '') {
      const colon = line.indexOf(':');
      if (colon < 1) throw new AppError('unreadable', `${name}, line ${at + 1}: neither a label nor more of a value.`);
      lines.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return lines;
}

/**
 * The one value of a label, whose case does not matter.
 *
 * @returns null when the label is missing
 * @throws {AppError} `unreadable` when it is there more than once
 */
export function tagValue(name: string, lines: TagLines, label: string): string | null {
  const values = lines.filter(([other]) => other.toLowerCase() === label.toLowerCase()).map(([, value]) => value);
  if (values.length > 1) throw new AppError('unreadable', `${name} gives ${label} more than once.`);
  return values[0] ?? null;
}
