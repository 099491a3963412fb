import { type HeaderLines, headerLines, headerText } from './header-lines.ts';

/** What a server answered. */
export type HttpMessage = {
  readonly status: number;
  readonly headers: HeaderLines;
  /** Without its headers, as it came over the line. */
  readonly body: Uint8Array<ArrayBuffer>;
};

const STATUS = /^HTTP\/[\d.]+ +(\d{3})/i;
/** Bytes among which the headers end. */
const MOST_HEADER = 512 * 1024;

/** Takes an answer apart; null when it is none. */
export function httpMessage(bytes: Uint8Array<ArrayBuffer>): HttpMessage | null {
  const end = headerEnd(bytes);
  const text = headerText(bytes.subarray(0, end.header));
  const status = STATUS.exec(text)?.[1];
  if (status === undefined) return null;
  const headers = headerLines(text.slice(text.indexOf('\n') + 1));
  return { status: Number(status), headers, body: bytes.subarray(end.body) };
}

/** The first empty line; without one, everything is header. */
function headerEnd(bytes: Uint8Array): { header: number; body: number } {
  const most = Math.min(bytes.length, MOST_HEADER);
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < most; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return { header: at + 1, body: at + 2 };
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return { header: at + 1, body: at + 3 };
  }
  return { header: bytes.length, body: bytes.length };
}
