import { AppError } from '#shared/kernel/app-error.ts';

/** One field of a head, in its order; a name may come twice. */
export type HeaderField = {
  /** In lower case. */
  readonly name: string;
  /** Unfolded, else as it stands. */
  readonly value: string;
};

/** Where a head ends and its body begins, in bytes. */
export type HeaderEnd = { readonly end: number; readonly body: number };

/** Bytes of one head: real ones have some kilobytes. */
const MOST_HEAD = 1 << 20;
/** Fields of one head. */
const MOST_FIELDS = 5000;
const FIELD = /^([!-9;-~]{1,200})[ \t]*:/;
const LINE_FEED = 10;
const RETURN = 13;

/**
 * Finds the end of the head that begins at `start`: an empty line, or the first line that is no field and goes on with
 * none. What mail servers write before the first field (`From ada Mon Jan …`) is passed over.
 *
 * @throws {AppError} `too-large` for a head over 1 MB
 */
export function endOfHead(bytes: Uint8Array, start: number, end: number): HeaderEnd {
  const latin = new TextDecoder('windows-1252');
  let at = start;
  let isFirst = true;
  while (at < end) {
    if (at - start > MOST_HEAD) throw new AppError('too-large', 'The head of the mail is over 1 MB: that is no mail.');
    const feed = bytes.indexOf(LINE_FEED, at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    const stop = next > at && bytes[next - 1] === LINE_FEED ? next - 1 : next;
    const lineEnd = stop > at && bytes[stop - 1] === RETURN ? stop - 1 : stop;
    if (lineEnd === at) return { end: at, body: next };
    const line = latin.decode(bytes.subarray(at, Math.min(lineEnd, at + 256)));
    const goesOn = /^[ \t]/.test(line) || (isFirst && /^>?From /.test(line));
    if (!goesOn && !FIELD.test(line) && !isStray(bytes, next, end, latin)) return { end: at, body: at };
    isFirst = false;
    at = next;
  }
  return { end, body: end };
}

/** A line among fields that is none, a fault of who wrote it: a field follows it, at once or after lines that go on. */
function isStray(bytes: Uint8Array, next: number, end: number, latin: TextDecoder): boolean {
  const lines = latin.decode(bytes.subarray(next, Math.min(end, next + 512))).split(/\r?\n/);
  return /^[\w-]+[ \t]*:/.test(lines.find((line) => !/^[ \t]+\S/.test(line)) ?? '');
}

/** Reads the fields of a head; charsets beyond ASCII as UTF-8, else as its own media type declares, else as windows-1252. */
export function headerFields(head: Uint8Array): HeaderField[] {
  const lines = decodeHead(head).split(/\r?\n/);
  const fields: { name: string; pieces: string[] }[] = [];
  for (const line of lines) {
    const name = FIELD.exec(line)?.[1];
    if (/^[ \t]/.test(line)) fields.at(-1)?.pieces.push(line);
    else if (name !== undefined && fields.length < MOST_FIELDS) {
      fields.push({ name: name.toLowerCase(), pieces: [line.slice(line.indexOf(':') + 1)] });
    } else if (line !== '' && !/^>?From /.test(line)) fields.at(-1)?.pieces.push(` ${line}`);
  }
  return fields.map(({ name, pieces }) => ({ name, value: pieces.join('').replace(/\t/g, ' ').trim() }));
}

/** The first field of a name, as mail programs read it; null where there is none. */
export function fieldOf(fields: readonly HeaderField[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}

function decodeHead(head: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(head);
  } catch {
    // Not UTF-8: raw letters of an older charset.
    const latin = new TextDecoder('windows-1252').decode(head);
    const declared = /charset\s*=\s*"?([\w.:-]+)/i.exec(latin)?.[1];
    try {
      return declared === undefined ? latin : new TextDecoder(declared).decode(head);
    } catch {
      // A charset that nobody knows.
      return latin;
    }
  }
}
