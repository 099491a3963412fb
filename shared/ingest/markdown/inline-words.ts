import type { LinkTarget } from '../block-writer.ts';
import { linkAddress } from '../html/link-address.ts';

/** Words of a Markdown text without their marks, and the link they belong to. */
export type InlineRun = { readonly words: string; readonly link: LinkTarget | null };

/** Addresses by the lower-case names that a text refers to them with: `[name]: https://…`. */
export type References = ReadonlyMap<string, string>;

/**
 * Everything that is marked inside a line. What an alternative looks through ends at its own opening sign or after a
 * bound, so that no text takes much more than its length.
 */
const MARKED = new RegExp(
  [
    String.raw`\\(?<escaped>[!-/:-@[-\x60{-~])`,
    '(?<fence>`+)',
    String.raw`!\[[^[\]\n]{0,500}\](?:\([^()\n]{0,4096}\)|\[[^[\]\n]{0,500}\])`,
    String.raw`\[(?<text>[^[\]\n]*)\](?:\((?<href>[^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)|\[(?<name>[^\]\n]*)\])?`,
    String.raw`<(?<auto>(?:https?|mailto|ftp):[^\s<>]*)>`,
    String.raw`(?<bare>https?://[^\s<>()[\]"]*[^\s<>()[\]"'.,;:!?*_~])`,
    String.raw`<(?<tag>br|\/?[a-z][a-z0-9]*)(?:\s[^<>\n]*)?\/?>`,
    String.raw`(?<mark>\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}]))`,
  ].join('|'),
  'giu',
);

/** Code units: longer code stands in a block of its own. */
const LONGEST_CODE = 10_000;

/** Parts a line into runs of words; the marks of emphasis, code and links are taken away, pictures left out. */
export function inlineWords(line: string, references: References): InlineRun[] {
  const runs: InlineRun[] = [];
  const add = (words: string, link: LinkTarget | null = null) => {
    if (words !== '') runs.push({ words, link });
  };
  let at = 0;
  MARKED.lastIndex = 0;
  for (let found = MARKED.exec(line); found !== null; found = MARKED.exec(line)) {
    const start = found.index;
    add(line.slice(at, start));
    at = start + found[0].length;
    const { escaped, fence, text, auto, bare, tag, mark } = found.groups ?? {};
    if (escaped !== undefined) add(escaped);
    else if (fence !== undefined) at = addCode(line, at, fence, add);
    else if (text !== undefined) addLink(found, references, add);
    else if (auto !== undefined) add(auto, targetOf(auto));
    else if (bare !== undefined) add(bare, targetOf(bare));
    else if (tag?.toLowerCase() === 'br') add('\n');
    else if (mark !== undefined && isLoose(line, start, at)) add(mark);
    // The one pattern also serves the words of a link, and code was passed over.
    MARKED.lastIndex = at;
  }
  add(line.slice(at));
  return runs;
}

/** Code goes on to the same number of back quotes; alone they are back quotes. */
function addCode(line: string, at: number, fence: string, add: (words: string) => void): number {
  const pattern = new RegExp(`(?<!\`)\`{${fence.length}}(?!\`)`);
  const code = line.slice(at, at + LONGEST_CODE);
  const close = pattern.exec(code);
  if (close === null) {
    add(fence);
    return at;
  }
  add(code.slice(0, close.index).replace(/^ (.+) $/, '$1'));
  return at + close.index + fence.length;
}

function addLink(
  found: RegExpExecArray,
  references: References,
  add: (words: string, link?: LinkTarget | null) => void,
): void {
  const { text = '', href, name } = found.groups ?? {};
  const address = href ?? references.get((name || text).toLowerCase());
  if (address === undefined) {
    add(found[0]);
    return;
  }
  const link = targetOf(address);
  for (const { words } of inlineWords(text, new Map())) add(words, link);
}

function targetOf(address: string): LinkTarget | null {
  const whole = linkAddress(address.replace(/\\([!-/:-@[-`{-~])/g, '$1'), null);
  return whole === null ? null : { address: whole };
}

/** A star between spaces is a star. */
function isLoose(line: string, start: number, end: number): boolean {
  return !/\S/.test(line.slice(Math.max(0, start - 1), start)) && !/\S/.test(line.slice(end, end + 1));
}
