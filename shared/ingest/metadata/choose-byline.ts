import type { ObservedValue } from '../reader.ts';
import { siteNames, squashed } from './page-titles.ts';

/**
 * Chooses the byline: the first that names people. Many pages give machines the outlet as the author, and readers the
 * reporter; an outlet alone is chosen where nobody else is named.
 *
 * @returns one value of the byline that was chosen; undefined where there is none
 */
export function chooseByline(observed: readonly ObservedValue[]): ObservedValue | undefined {
  const names = siteNames(observed);
  const bylines = observed.filter(({ field }) => field === 'byline');
  const isOutlet = ({ value }: ObservedValue) => {
    const name = squashed(value);
    return names.some((site) => site.length > 2 && (site === name || (site.length > 4 && name.includes(site))));
  };
  return (
    bylines.find((one) => !isOutlet(one) && isFullName(one.value)) ??
    bylines.find((one) => !isOutlet(one)) ??
    bylines[0]
  );
}

/** A given name and another; scripts without spaces write both in one. */
function isFullName(name: string): boolean {
  return /\S\s+\S/.test(name) || /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]{2}/u.test(name);
}
