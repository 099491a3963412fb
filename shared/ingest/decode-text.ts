import { utf16Of } from './utf16.ts';

/** A text and the charset it was read in. */
export type DecodedText = { readonly text: string; readonly charset: string };

/** Where pages declare their charset: the standard looks at 1024 bytes, real pages push it further down. */
const DECLARATION_AREA = 4096;
const IN_PAGE = /<meta[^>]+?charset\s*=\s*["']?\s*([\w.:-]+)/i;
const IN_XML = /^\s*<\?xml[^>]+?encoding\s*=\s*["']([\w.:-]+)["']/i;
const IN_MEDIA_TYPE = /charset\s*=\s*["']?\s*([\w.:-]+)/i;
/** Bytes beyond which a character is written with several in UTF-8. */
const ASCII = 0x80;

/**
 * Decodes a text: by its byte-order mark, or as UTF-16 that shows itself without one; else as UTF-8 if it is UTF-8 beyond doubt, whatever is declared (tools that save
 * pages re-encode them and leave the declaration); else as declared, in the media type or in the page; else as windows-1252.
 */
export function decodeText(bytes: Uint8Array, mediaType: string | null): DecodedText {
  const marked = markedCharset(bytes);
  if (marked !== null) return { text: decode(bytes, marked, false) ?? '', charset: marked };
  const declared = declaredCharset(bytes, mediaType);
  const asUtf8 = decode(bytes, 'utf-8', true);
  const isPlain = !bytes.some((byte) => byte >= ASCII);
  // Bytes of ASCII alone prove nothing: ISO-2022-JP writes Japanese in them.
  if (asUtf8 !== null && (!isPlain || declared === null)) return { text: asUtf8, charset: 'utf-8' };
  if (declared !== null && declared !== 'utf-8') {
    const text = decode(bytes, declared, false);
    if (text !== null) return { text, charset: declared };
  }
  if (asUtf8 !== null) return { text: asUtf8, charset: 'utf-8' };
  return { text: decode(bytes, 'windows-1252', false) ?? '', charset: 'windows-1252' };
}

function markedCharset(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : utf16Of(bytes);
}

/** The standard's name for what is declared; null if nothing is, or a charset that nobody knows. */
function declaredCharset(bytes: Uint8Array, mediaType: string | null): string | null {
  const head = decode(bytes.subarray(0, DECLARATION_AREA), 'windows-1252', false) ?? '';
  const label = (IN_MEDIA_TYPE.exec(mediaType ?? '') ?? IN_PAGE.exec(head) ?? IN_XML.exec(head))?.[1];
  if (label === undefined) return null;
  try {
    const name = new TextDecoder(label).encoding;
    // A page that could be read to its declaration is not in UTF-16.
    return name.startsWith('utf-16') ? 'utf-8' : name;
  } catch {
    // An unknown label is as good as none.
    return null;
  }
}

function decode(bytes: Uint8Array, charset: string, isFatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal: isFatal }).decode(bytes);
  } catch {
    // Not in this charset: the caller has others to try.
    return null;
  }
}
