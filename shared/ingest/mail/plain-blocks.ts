import { type BlockStyle, BlockWriter, type LaidOutText } from '../block-writer.ts';
import { withWrittenLinks } from '../written-links.ts';

/** Lines as long as these, but for the last of a paragraph, were broken by a mail program at its margin. */
const MARGIN = { least: 50, most: 100 } as const;
/** Quotes of quotes of quotes. */
const MOST_LEVELS = 32;
const QUOTED = /^(?:> ?)+/;
const BULLET = /^\s*(?:[-*•‣◦–]|\(?\d{1,3}[.)])\s+\S/;

/** A line of a mail without the signs that quote it. */
type Line = { readonly level: number; readonly words: string; readonly isSoft: boolean };

/** How the text was broken: `format=flowed` says which line breaks are none. */
export type Flow = { readonly isFlowed: boolean; readonly dropsSpace: boolean };

/**
 * Lays out the plain text of a mail: what it quotes are quotes, by their level; lines that a mail program broke are put
 * together, by the rules of `format=flowed` where the mail keeps them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3676
 */
export function plainBlocks(text: string, flow: Flow): LaidOutText {
  const writer = new BlockWriter();
  for (const group of groupsOf(text.replace(/\r\n?/g, '\n').split('\n'), flow)) writeGroup(writer, group, flow);
  return withWrittenLinks(writer.finish());
}

/** Lines of one level that no empty line parts. */
function groupsOf(lines: readonly string[], flow: Flow): Line[][] {
  const groups: Line[][] = [];
  let open: Line[] | null = null;
  for (const written of lines) {
    const line = lineOf(written, flow);
    if (line.words.trim() === '') {
      open = null;
    } else if (open === null || open[0]?.level !== line.level) {
      open = [line];
      groups.push(open);
    } else open.push(line);
  }
  return groups;
}

function lineOf(line: string, { isFlowed, dropsSpace }: Flow): Line {
  // Mailboxes write a sign before a line that would look like the beginning of a mail.
  const written = line.replace(/^>(?=>*From )/, '');
  const quoted = QUOTED.exec(written)?.[0] ?? '';
  const level = Math.min(MOST_LEVELS, quoted.replaceAll(' ', '').length);
  const stuffed = written.slice(quoted.length);
  if (!isFlowed) return { level, words: stuffed, isSoft: false };
  const words = level === 0 && stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
  const isSoft = words.endsWith(' ') && words !== '-- ';
  return { level, words: isSoft && dropsSpace ? words.slice(0, -1) : words, isSoft };
}

function writeGroup(writer: BlockWriter, lines: readonly Line[], flow: Flow): void {
  const level = lines[0]?.level ?? 0;
  const plain: BlockStyle = { kind: level > 0 ? 'quote' : 'paragraph', level, direction: null };
  const item: BlockStyle = level > 0 ? plain : { kind: 'list-item', level: 1, direction: null };
  const isBroken = !flow.isFlowed && isBrokenAtMargin(lines);
  for (const [at, { words }] of lines.entries()) {
    const isItem = BULLET.test(words);
    const goesOn = at > 0 && (flow.isFlowed ? lines[at - 1]?.isSoft === true : isBroken && !isItem);
    if (!goesOn) writer.endBlock();
    else if (!flow.dropsSpace) writer.blank();
    writer.write(words, isItem ? item : plain, null);
  }
  writer.endBlock();
}

/** Only then may lines be put together: poems, tables and addresses are broken on purpose. */
function isBrokenAtMargin(lines: readonly Line[]): boolean {
  const lengths = lines.map(({ words }) => words.trimEnd().length);
  return (
    lines.length > 1 &&
    lengths.slice(0, -1).every((length) => length >= MARGIN.least && length <= MARGIN.most) &&
    (lengths.at(-1) ?? 0) <= MARGIN.most
  );
}
