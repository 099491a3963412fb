import type { JobControl } from '#shared/kernel/job-control.ts';
import type { LaidOutText } from '../block-writer.ts';
import { decodeText } from '../decode-text.ts';
import { parsePage } from '../html/parse-page.ts';
import { visibleBlocks } from '../html/visible-blocks.ts';
import { decodeTransfer } from '../mime/decode-transfer.ts';
import type { MimePart } from '../mime/mime-parts.ts';
import { decodeUtf7 } from '../mime/utf7.ts';
import { plainBlocks } from './plain-blocks.ts';

/** What a mail says in one of its parts. */
export type ReadBody = {
  readonly laidOut: LaidOutText;
  /** By its name in the Encoding standard. */
  readonly charset: string;
  /** Which of the alternatives was read. */
  readonly part: MimePart;
};

/**
 * Reads the first alternative that says anything; the last, where none does.
 *
 * @throws {AppError} `too-large`, `cancelled`
 */
export async function readBody(alternatives: readonly MimePart[], job: JobControl): Promise<ReadBody | null> {
  let last: ReadBody | null = null;
  for (const part of alternatives) {
    last = await readPart(part, job);
    if (last.laidOut.blocks.length > 0) return last;
  }
  return last;
}

async function readPart(part: MimePart, job: JobControl): Promise<ReadBody> {
  const { text, charset } = decodePart(part);
  if (part.mediaType === 'text/html')
    return { laidOut: visibleBlocks(await parsePage(text, job), null), charset, part };
  if (part.mediaType === 'text/enriched') {
    // RFC 1896: commands in angle brackets, a bracket of the text doubled.
    const words = text.replace(/<<|<\/?\w[^<>]{0,60}>/g, (mark) => (mark === '<<' ? '<' : ''));
    return { laidOut: plainBlocks(words, { isFlowed: false, dropsSpace: false }), charset, part };
  }
  const isYes = (name: string, value: string) => part.parameters.get(name)?.toLowerCase() === value;
  const isFlowed = isYes('format', 'flowed');
  return { laidOut: plainBlocks(text, { isFlowed, dropsSpace: isFlowed && isYes('delsp', 'yes') }), charset, part };
}

function decodePart(part: MimePart): { readonly text: string; readonly charset: string } {
  const bytes = decodeTransfer(part.body, part.encoding);
  const declared = part.parameters.get('charset') ?? '';
  if (/^(?:x-)?(?:unicode-1-1-)?utf-?7$/i.test(declared)) return { text: decodeUtf7(bytes), charset: 'utf-7' };
  return decodeText(bytes, declared === '' ? part.mediaType : `${part.mediaType}; charset=${declared}`);
}
