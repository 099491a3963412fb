import type { KeyboardEvent } from 'react';

const RESULT = '[data-result]';

/** Gives the focus to the first result, if there is one. */
export function focusFirstResult(): void {
  document.querySelector<HTMLElement>(RESULT)?.focus();
}

/**
 * Gives the focus to the result so many places further.
 *
 * @returns false at the first and last
 */
export function focusResult(step: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(RESULT)];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = all[at < 0 && step < 0 ? -1 : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

/** Goes to the next result with the arrow down, to the one before with the arrow up; other keys are left alone. */
export function stepThroughResults(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  focusResult(event.key === 'ArrowDown' ? 1 : -1);
}
