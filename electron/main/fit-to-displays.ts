import type { Rectangle } from 'electron';

/** The size of a first window, and the least that a restored one may have (unless the display itself is smaller). */
export const FIRST_SIZE = { width: 1440, height: 900 };
export const LEAST_SIZE = { width: 720, height: 480 };

/**
 * Moves and shrinks a window's bounds until they lie within one display: monitors are unplugged, resolutions change.
 *
 * @param areas - the work areas of the displays, the primary one first
 * @returns bounds inside the area that shows most of the window; centred in the first area when none shows any of it
 */
export function fitToDisplays(bounds: Rectangle, areas: readonly Rectangle[]): Rectangle {
  const [first] = areas;
  if (!first) return bounds;
  const best = areas.reduce((most, area) => (overlap(bounds, area) > overlap(bounds, most) ? area : most), first);
  const width = clamp(bounds.width, Math.min(LEAST_SIZE.width, best.width), best.width);
  const height = clamp(bounds.height, Math.min(LEAST_SIZE.height, best.height), best.height);
  if (overlap(bounds, best) === 0) {
    return {
      x: best.x + Math.floor((best.width - width) / 2),
      y: best.y + Math.floor((best.height - height) / 2),
      width,
      height,
    };
  }
  const x = clamp(bounds.x, best.x, best.x + best.width - width);
  const y = clamp(bounds.y, best.y, best.y + best.height - height);
  return { x, y, width, height };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
