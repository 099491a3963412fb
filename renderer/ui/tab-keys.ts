/**
 * Which tab a key chooses, round at the ends.
 *
 * @param at - the chosen tab, from 0
 * @returns null for a key that is not of the tabs, or where there are none
 */
export function tabAfter(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (Math.max(at, 0) - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
