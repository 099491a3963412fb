/** Named lines of a record or a message, in their order. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin = new TextDecoder('windows-1252');

/** Headers as text: UTF-8 where they are, as WARC asks, else byte by byte, as HTTP does. */
export function headerText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    // Not UTF-8: what old servers send.
    return latin.decode(bytes);
  }
}

/** The named lines among lines; a line that begins with space goes on with the one before. Others are passed over. */
export function headerLines(text: string): HeaderLines {
  const unfolded = text.replace(/\r?\n[ \t]+/g, ' ');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const] : [];
  });
}

/** The first value under a name, whatever its case; null when there is none. */
export function headerOf(lines: HeaderLines, name: string): string | null {
  const wanted = name.toLowerCase();
  return lines.find(([each]) => each.toLowerCase() === wanted)?.[1] ?? null;
}
