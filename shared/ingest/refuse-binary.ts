import { AppError } from '#shared/kernel/app-error.ts';
import { utf16Of } from './utf16.ts';

/** What files of other kinds begin with, what they are, and what to do with them. */
const KINDS: readonly (readonly [signature: string, offset: number, name: string, advice: string])[] = [
  ['fffe0000', 0, 'a text in UTF-32', 'Save it as UTF-8.'],
  ['0000feff', 0, 'a text in UTF-32', 'Save it as UTF-8.'],
  ['25504446', 0, 'a PDF', 'Save its text as .txt, or the page it came from as .html, and import that.'],
  ['504b0304', 0, 'a ZIP archive or an office document', 'Unpack it, or save the document as .html or .txt.'],
  ['d0cf11e0a1b11ae1', 0, 'an old office document', 'Open it in its program and save it as .html or .txt.'],
  ['7b5c727466', 0, 'an RTF document', 'Open it in its program and save it as .html or .txt.'],
  ['1f8b', 0, 'a gzip archive', 'Unpack it and import what is in it.'],
  ['377abcaf271c', 0, 'a 7z archive', 'Unpack it and import what is in it.'],
  ['526172211a07', 0, 'a RAR archive', 'Unpack it and import what is in it.'],
  ['425a68', 0, 'a bzip2 archive', 'Unpack it and import what is in it.'],
  ['fd377a585a00', 0, 'an xz archive', 'Unpack it and import what is in it.'],
  ['28b52ffd', 0, 'a zstd archive', 'Unpack it and import what is in it.'],
  ['89504e470d0a1a0a', 0, 'a PNG image', 'Type or paste what it says.'],
  ['ffd8ff', 0, 'a JPEG image', 'Type or paste what it says.'],
  ['47494638', 0, 'a GIF image', 'Type or paste what it says.'],
  ['49492a00', 0, 'a TIFF image', 'Type or paste what it says.'],
  ['4d4d002a', 0, 'a TIFF image', 'Type or paste what it says.'],
  ['52494646', 0, 'an image, a sound or a film', 'Type or paste what it says.'],
  ['66747970', 4, 'a film, a sound or an image', 'Type or paste what is said in it.'],
  ['4f676753', 0, 'a sound or a film', 'Type or paste what is said in it.'],
  ['494433', 0, 'a sound', 'Type or paste what is said in it.'],
  ['1a45dfa3', 0, 'a film', 'Type or paste what is said in it.'],
  ['53514c69746520666f726d6174203300', 0, 'a database', 'Export its texts as .txt or .html.'],
  ['7f454c46', 0, 'a program', 'Import the page or text it was meant to be.'],
];

const BINARY = ['binary data', 'Save the page as .html, or its text as .txt, and import that.'] as const;

/** Bytes at the beginning among which no text has a NUL. */
const HEAD = 1024;
/** NUL bytes among all that a text may have by mistake. */
const MOST_STRAY = 0.001;

/**
 * Refuses what is no text, and says what it is.
 *
 * @throws {AppError} `unreadable`, with what the file is and what to do
 */
export function refuseBinary(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new AppError('unreadable', 'It is empty. Save the page again, then import it again.');
  }
  for (const [signature, offset, name, advice] of KINDS) {
    if (beginsWith(bytes, signature, offset)) throw refusal(name, advice);
  }
  if (utf16Of(bytes) === null && isBinary(bytes)) throw refusal(...BINARY);
}

/** A few stray NUL bytes far into a page are a publisher's mistake (seen), at its head or in plenty they are data. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes.subarray(0, HEAD).includes(0)) return true;
  let count = 0;
  for (let at = bytes.indexOf(0); at >= 0 && count <= bytes.length * MOST_STRAY; at = bytes.indexOf(0, at + 1)) count++;
  return count > bytes.length * MOST_STRAY;
}

/** Whether bytes, or the first of them, may be read as a text. */
export function isText(bytes: Uint8Array): boolean {
  return (
    KINDS.every(([signature, offset]) => !beginsWith(bytes, signature, offset)) &&
    (utf16Of(bytes) !== null || !isBinary(bytes))
  );
}

/** What a file of another kind is, as far as its first bytes tell, and what to do with it. */
export function wordsForUnknown(bytes: Uint8Array): string {
  const kind = KINDS.find(([signature, offset]) => beginsWith(bytes, signature, offset));
  return kind === undefined ? wordsFor(...BINARY) : wordsFor(kind[2], kind[3]);
}

function refusal(name: string, advice: string): AppError {
  return new AppError('unreadable', wordsFor(name, advice));
}

function wordsFor(name: string, advice: string): string {
  return `It is ${name}, not a page or a text. ${advice}`;
}

/** Whether bytes begin with these, given in hex. */
export function beginsWith(bytes: Uint8Array, signature: string, offset = 0): boolean {
  const wanted = signature.match(/../g) ?? [];
  return wanted.every((pair, index) => bytes[offset + index] === Number.parseInt(pair, 16));
}
