import type { Fragment } from './page-fragments.ts';

/** What stands at the head or foot of page after page, and everything else. */
export type PartedPage = { readonly running: readonly Fragment[]; readonly body: readonly Fragment[] };

/** Lines from above and below that are looked at, and the part of the page in which they stand. */
const LINES = 4;
const MARGIN = 0.14;
const LEAST_PAGES = 3;
/** Points by which a head may be higher on one page than on another. */
const SAME_HEIGHT = 4;
const NUMBER_ALONE =
  /^\W*(?:(?:page|seite|página|pagina|стр\.?|صفحة|p\.)\s*)?#(?:\s*(?:\/|of|von|de|di|sur|из|من)\s*#)?\W*$/iu;

/** Tells heads and feet that stand on page after page (a title, an address, a number) from the text between them. */
export function partRunning(
  pages: readonly { readonly fragments: readonly Fragment[]; readonly height: number }[],
): PartedPage[] {
  const seen = new Map<string, Set<number>>();
  const keys = pages.map(({ fragments, height }, page) => {
    const margins = marginsOf(fragments, height);
    const ofPage = new Map(margins.map((fragment) => [fragment, keyOf(fragment)]));
    for (const key of ofPage.values()) seen.set(key, (seen.get(key) ?? new Set()).add(page));
    return ofPage;
  });
  const least = Math.max(LEAST_PAGES, pages.length * 0.3);
  return pages.map(({ fragments }, page) => {
    const isRunning = (fragment: Fragment) => {
      const key = keys[page]?.get(fragment);
      if (key === undefined) return false;
      const count = seen.get(key)?.size ?? 0;
      return count >= least || (count >= 2 && NUMBER_ALONE.test(wordsOf(key)));
    };
    return { running: fragments.filter(isRunning), body: fragments.filter((fragment) => !isRunning(fragment)) };
  });
}

function marginsOf(fragments: readonly Fragment[], height: number): Fragment[] {
  const heights = [...new Set(fragments.map(({ y }) => Math.round(y)))].sort((a, b) => a - b);
  const [top, bottom] = [heights[LINES - 1] ?? Number.POSITIVE_INFINITY, heights.at(-LINES) ?? 0];
  return fragments.filter(({ y }) => {
    const at = Math.round(y);
    return (at <= top && y < height * MARGIN) || (at >= bottom && y > height * (1 - MARGIN));
  });
}

/** The same head on another page: figures count up in it. */
function keyOf({ text, y }: Fragment): string {
  return `${Math.round(y / SAME_HEIGHT)} ${text.replace(/\p{N}+/gu, '#')}`;
}

function wordsOf(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}
