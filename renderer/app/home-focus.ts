/** What a place gives the keys to when it is entered: its grid, its text, its box, or a part whose first control takes them. */
const HOME = '[data-home]';
const CONTROLS = 'button:not(:disabled), a[href], input:not(:disabled), select, textarea, [tabindex="0"]';

/**
 * Gives the keys to what the place within `main` names as its home.
 *
 * @returns false when the home is not there yet, or the place names none
 */
export function focusHome(main: HTMLElement): boolean {
  const home = [...main.querySelectorAll<HTMLElement>(HOME)].find((each) => each.offsetParent !== null);
  const target = home && (home.tabIndex >= 0 ? home : home.querySelector<HTMLElement>(CONTROLS));
  if (!target) return false;
  target.focus({ preventScroll: true });
  return document.activeElement === target;
}

/** Whether an element can have the focus no longer: it was taken off the page, or put out of use. */
export function hasGone(element: Element): boolean {
  return !element.isConnected || element.matches(':disabled');
}
