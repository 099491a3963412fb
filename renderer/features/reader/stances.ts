import type { StanceForm } from '#renderer/ui/Shapes.tsx';
import type { Stance } from '#shared/domain/claim.ts';

/** Filled asserts, struck denies, open only mentions. */
export const STANCE_FORMS: Readonly<Record<Stance, StanceForm>> = {
  asserts: 'filled',
  denies: 'struck',
  mentions: 'open',
};
