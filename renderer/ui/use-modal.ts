import { type RefObject, useEffect, useRef } from 'react';

/** Open modal parts, the topmost last. */
const stack: HTMLElement[] = [];

/** Everything but the topmost modal part is inert, the desk beneath it included. */
function settle(): void {
  const desk = document.getElementById('root');
  if (desk) desk.inert = stack.length > 0;
  for (const [at, part] of stack.entries()) part.inert = at < stack.length - 1;
}

/** Whether a dialog stands over the desk: its keys rest then. */
export function isModalOpen(): boolean {
  return stack.length > 0;
}

/**
 * Holds the focus in a part that stands over the desk, and gives it back where it was.
 * The part must not be inside `#root`: that becomes inert.
 *
 * @param onEscape - called for an `Esc` that the part does not hear itself: what had the focus in it was taken away
 */
export function useModal(part: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    const element = part.current;
    if (!element) return;
    const before = document.activeElement;
    stack.push(element);
    settle();
    if (!element.contains(document.activeElement)) firstFocus(element).focus();
    const onKeyDown = (event: KeyboardEvent) => {
      const isHeard = event.target instanceof Node && element.contains(event.target);
      if (event.key !== 'Escape' || isHeard || stack.at(-1) !== element) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      stack.splice(stack.indexOf(element), 1);
      settle();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [part]);
}

function firstFocus(element: HTMLElement): HTMLElement {
  const first = element.querySelector<HTMLElement>(
    '[autofocus], [data-autofocus], input:not(:disabled), textarea, select, button.bp6-intent-primary:not(:disabled)',
  );
  return first ?? element.querySelector<HTMLElement>('[role="dialog"]') ?? element;
}
