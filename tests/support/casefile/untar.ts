import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/** The plain files of a `.tar.gz` by their path; long names in the form of GNU and of POSIX are understood. */
export function untar(packed: Uint8Array): Map<string, Uint8Array> {
  const bytes = gunzipSync(packed);
  const files = new Map<string, Uint8Array>();
  let longName: string | null = null;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    const size = Number.parseInt(text(header, 124, 12) || '0', 8);
    const kind = text(header, 156, 1);
    const content = new Uint8Array(bytes.subarray(at + BLOCK, at + BLOCK + size));
    const prefix = text(header, 345, 155);
    const name = longName ?? (prefix ? `${prefix}/${text(header, 0, 100)}` : text(header, 0, 100));
    longName = null;
    if (kind === 'L') longName = text(content, 0, content.length);
    else if (kind === 'x') longName = /\d+ path=(.*)\n/.exec(new TextDecoder().decode(content))?.[1] ?? null;
    else if ((kind === '0' || kind === '') && name !== '') files.set(name.replace(/^\.\//, ''), content);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function text(bytes: Uint8Array, start: number, length: number): string {
  const field = new TextDecoder().decode(bytes.subarray(start, start + length));
  const end = field.indexOf('\u0000');
  return (end < 0 ? field : field.slice(0, end)).trim();
}
