import type { Fold } from '#shared/domain/text-version.ts';

/** A text without its folded passages: what is compared, and counted. */
export function withoutFolds(text: string, folds: readonly Pick<Fold, 'start' | 'end'>[]): string {
  if (folds.length === 0) return text;
  const ends = [0, ...folds.map(({ end }) => end)];
  return ends.map((end, at) => text.slice(end, folds[at]?.start ?? text.length)).join('');
}
