/** Milliseconds within which the next press of a sequence has to come. */
export const SEQUENCE_PAUSE = 1500;

/** What a press came to: a command, the beginning of one, or nothing. */
export type Heard =
  | { readonly kind: 'command'; readonly id: string }
  | { readonly kind: 'pending'; readonly keys: string }
  | { readonly kind: 'none' };

/** One key with the command that it sets off. */
export type KeyBinding = { readonly keys: string; readonly id: string };

/**
 * Hears one press after the presses before it. The later of two bindings with the same keys wins: a place's own key
 * stands before the desk's.
 *
 * @param before - presses already made of a sequence, parted by spaces; empty at the start
 */
export function hear(before: string, press: string, bindings: readonly KeyBinding[]): Heard {
  const keys = before === '' ? press : `${before} ${press}`;
  const whole = bindings.filter((binding) => binding.keys === keys).at(-1);
  if (whole) return { kind: 'command', id: whole.id };
  if (bindings.some((binding) => binding.keys.startsWith(`${keys} `))) return { kind: 'pending', keys };
  // A sequence that leads nowhere is forgotten, and its last press is heard by itself.
  return before === '' ? { kind: 'none' } : hear('', press, bindings);
}
