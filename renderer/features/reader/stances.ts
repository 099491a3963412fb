import type { StanceForm } from '#renderer/ui/Shapes.tsx';
import type { Stance } from '#shared/domain/claim.ts';

/** Filled asserts, struck denies, open only mentions. */
export const STANCE_FORMS: Readonly<Record<Stance, StanceForm>> = {
  asserts: 'filled',
  denies: 'struck',
  mentions: 'open',
};

/** In the order in which a press goes round. */
const STANCES: readonly Stance[] = ['asserts', 'denies', 'mentions'];

/** What a passage does after one press more: asserts, denies, mentions, asserts again. */
export function nextStance(stance: Stance): Stance {
  return STANCES[(STANCES.indexOf(stance) + 1) % STANCES.length] ?? 'asserts';
}
