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
    const stopKeeping = keepFocus(element);
    const onKeyDown = (event: KeyboardEvent) => {
      const isHeard = event.target instanceof Node && element.contains(event.target);
      if (event.key !== 'Escape' || isHeard || stack.at(-1) !== element) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      stopKeeping();
      stack.splice(stack.indexOf(element), 1);
      settle();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [part]);
}

/**
 * Gives the keys to the first thing in the part that takes them, however late it is drawn, and again when what had them is
 * taken away.
 *
 * @returns a function that ends it
 */
function keepFocus(element: HTMLElement): () => void {
  /** The part itself, while nothing in it could take the keys yet. */
  let waiting: HTMLElement | null = null;
  const settle = () => {
    const { activeElement } = document;
    if (stack.at(-1) !== element) return;
    if (activeElement !== waiting && element.contains(activeElement)) {
      waiting = null;
      return;
    }
    const first = firstFocus(element);
    waiting = first.matches('[role="dialog"]') || first === element ? first : null;
    if (first !== activeElement) first.focus();
  };
  settle();
  const observer = new MutationObserver(settle);
  observer.observe(element, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function firstFocus(element: HTMLElement): HTMLElement {
  const first = element.querySelector<HTMLElement>(
    '[autofocus], [data-autofocus], input:not(:disabled), textarea, select, button.bp6-intent-primary:not(:disabled)',
  );
  return first ?? element.querySelector<HTMLElement>('[role="dialog"]') ?? element;
}
