import type { Fold } from '#shared/domain/text-version.ts';
import type { LaidOutText } from '../block-writer.ts';
import { foldBlocks } from './fold-blocks.ts';
import { textReason } from './text-reason.ts';

/**
 * Folds what names itself in a text without markup: notes to readers, appeals, notices of rights, calls. A text that is
 * nothing else is kept whole.
 */
export function foldPlain({ text, blocks }: LaidOutText): Fold[] {
  const reasons = blocks.map(({ start, end }) => textReason(text.slice(start, end)));
  return reasons.includes(null) ? foldBlocks(blocks, reasons) : [];
}
