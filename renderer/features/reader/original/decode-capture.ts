/** Bytes in which a page names its encoding, as browsers look for it. */
const PRESCAN = 1024;

const MARKS: readonly [label: string, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

/**
 * The words of a capture for showing, never for keeping: by its byte order mark, else by what its head names, else as UTF-8.
 *
 * @param stated - the encoding that what the capture was taken out of names; null where it names none
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodeCapture(bytes: Uint8Array, stated: string | null = null): string {
  return decoderOf(bytes, stated).decode(bytes);
}

function decoderOf(bytes: Uint8Array, stated: string | null): TextDecoder {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(marked ?? stated ?? named ?? 'utf-8');
  } catch {
    // A name that no browser knows: most of what names one wrongly is UTF-8.
    return new TextDecoder('utf-8');
  }
}
