/**
 * The part of the page that something floating beside `element` belongs to, so that it is read where it stands: the
 * dialog or the area that holds the element, else the place, else the page.
 */
export function landmarkOf(element: Element | null): Element {
  const around = element?.closest('[role="dialog"], main, nav, header, footer, aside');
  return around ?? document.querySelector('main') ?? document.body;
}
