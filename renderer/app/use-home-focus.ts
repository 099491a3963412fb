import { type RefObject, useEffect, useRef } from 'react';
import { isModalOpen } from '#renderer/ui/use-modal.ts';
import { focusHome, hasGone } from './home-focus.ts';

/**
 * Keeps the keys in the place. Whenever a place is entered, and whenever what had the focus is taken away - a row that was
 * opened, an article that was left for the next, a dialog - they go to the home of the place, as soon as it is drawn.
 *
 * @param place - under which name the place was entered; empty while there is none
 */
export function useHomeFocus(main: RefObject<HTMLElement | null>, place: string): void {
  /** Whether the place was entered and has not been given the keys yet. */
  const isOwed = useRef(false);
  useEffect(() => {
    const element = main.current;
    if (!element || !place || element.contains(document.activeElement)) return;
    // Keys go to the place that was entered, not to the link that led there.
    isOwed.current = !focusHome(element);
    if (isOwed.current) element.focus({ preventScroll: true });
  }, [main, place]);
  useEffect(() => {
    const element = main.current;
    if (!element) return;
    let last: Element | null = document.activeElement;
    const noteFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = target;
    };
    const settle = () => {
      const { activeElement } = document;
      const isNowhere = activeElement === null || activeElement === document.body || activeElement === element;
      if (!isNowhere) isOwed.current = false;
      else if (!isModalOpen() && (isOwed.current || (last && hasGone(last))) && focusHome(element)) {
        isOwed.current = false;
      }
    };
    const observer = new MutationObserver(settle);
    // `inert`: a dialog over the desk has closed.
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['inert', 'disabled'] });
    document.addEventListener('focusin', noteFocus);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', noteFocus);
    };
  }, [main]);
}
