import type { Block } from '#shared/domain/text-version.ts';
import type { LaidOutText } from './block-writer.ts';
import { refuseLongText } from './text-limit.ts';

/** What parts two blocks: items and rows stand on lines of their own, an empty line parts all else. */
export function jointOf(before: Pick<Block, 'kind'> | undefined, next: Pick<Block, 'kind'> | undefined): string {
  if (before === undefined || next === undefined) return '';
  const isTight = before.kind === next.kind && (next.kind === 'list-item' || next.kind === 'table-row');
  return isTight ? '\n' : '\n\n';
}

/** A text put together of others, with the place that each of them begins at; an empty one begins where the next does. */
export type JoinedText = LaidOutText & { readonly starts: readonly number[] };

/**
 * Puts texts together that were laid out one by one, in their order.
 *
 * @throws {AppError} `too-large` for a text over 32 MB
 */
export function joinTexts(texts: readonly LaidOutText[]): JoinedText {
  const pieces: string[] = [];
  const blocks: Block[] = [];
  const links: LaidOutText['links'][number][] = [];
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    const joint = jointOf(blocks.at(-1), text.blocks[0]);
    const start = length + joint.length;
    starts.push(start);
    if (text.blocks.length === 0) continue;
    pieces.push(joint, text.text);
    for (const block of text.blocks) blocks.push({ ...block, start: block.start + start, end: block.end + start });
    for (const link of text.links) links.push({ ...link, start: link.start + start, end: link.end + start });
    length = start + text.text.length;
    refuseLongText(length);
  }
  return { text: pieces.join(''), blocks, links, starts };
}
