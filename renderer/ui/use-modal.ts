import { type RefObject, useEffect } from 'react';

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
 */
export function useModal(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = part.current;
    if (!element) return;
    const before = document.activeElement;
    stack.push(element);
    settle();
    if (!element.contains(document.activeElement)) firstFocus(element).focus();
    return () => {
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
  return first ?? element;
}
