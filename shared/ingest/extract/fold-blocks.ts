import type { Block, Fold } from '#shared/domain/text-version.ts';

/** Makes folds of blocks that are to be hidden; neighbours with one reason are one fold. */
export function foldBlocks(blocks: readonly Block[], reasons: readonly (Fold['reason'] | null)[]): Fold[] {
  const folds: Fold[] = [];
  let isOpen = false;
  for (const [at, { start, end }] of blocks.entries()) {
    const reason = reasons[at] ?? null;
    const last = folds.at(-1);
    if (reason !== null && isOpen && last?.reason === reason) folds[folds.length - 1] = { ...last, end };
    else if (reason !== null) folds.push({ start, end, reason });
    isOpen = reason !== null;
  }
  return folds;
}
