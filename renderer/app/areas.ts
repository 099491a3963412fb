/** Areas that `F6` visits, in the order of the page: the rail, the case bar, and every part that names itself. */
const AREAS = 'nav[aria-label="Places"], header[data-area], [data-area], footer[data-area]';

/** Moves the focus into the next area of the desk; `step` is -1 for the one before. */
export function focusNextArea(step: 1 | -1): void {
  const areas = [...document.querySelectorAll<HTMLElement>(AREAS)].filter((area) => area.offsetParent !== null);
  // An area may hold another: the innermost that has the focus is where one is.
  const here = areas.filter((area) => area.contains(document.activeElement)).at(-1);
  const at = here ? areas.indexOf(here) : step === 1 ? -1 : 0;
  for (let tried = 1; tried <= areas.length; tried++) {
    const area = areas[(at + step * tried + areas.length * tried) % areas.length];
    if (area && area !== here && focusWithin(area)) return;
  }
}

function focusWithin(area: HTMLElement): boolean {
  const inner = area.matches('[tabindex="0"]')
    ? area
    : area.querySelector<HTMLElement>('[aria-current], [tabindex="0"], a[href], button:not(:disabled), input, select');
  const target = inner ?? area;
  target.focus();
  return document.activeElement === target;
}
