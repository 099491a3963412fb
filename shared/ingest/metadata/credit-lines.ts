import type { LaidOutText } from '../block-writer.ts';
import type { ObservedValue } from '../reader.ts';
import { peopleIn } from './byline-names.ts';
import { observeValue } from './observe-value.ts';

/** Code units of such a line; longer ones tell of such things, they are none. */
const LONGEST = 600;
/** Lines of a kind that are taken. */
const MOST = 4;

const ARTICLES_BY = /^articles?\s+by\s*[:：]\s*(.+)$/iu;
const ORIGINAL = /\bthe original source of this article is\s+(?:the\s+)?([^\n.]{2,80})/iu;
const PERMISSION =
  /^([\p{L}\p{N}][\p{L}\p{N} .'’&-]{1,59}?)\s+grants permission to (?:cross-?post|re-?post|re-?publish)/iu;
/** Author, outlet and year: the outlet publishes, the author holds the right. */
const RIGHTS =
  /^(?:copyright\b\s*)?(?:©|\(c\)|copyright\b)\s*(?:copyright\b\s*)?[^,\n]{2,60},\s*([^,\n]{2,60}),\s*(?:19|20)\d\d\b/iu;

/**
 * What lines at the edge of a text say of it: `Articles by: …`, `The original source of this article is …`, who grants
 * permission, who holds the rights. A site that is named there may be all that is known of the publisher; the outlet that an
 * article came from is another, and is kept apart from it.
 */
export function creditLines({ text, blocks }: LaidOutText): ObservedValue[] {
  const found: Record<'byline' | 'site' | 'original' | 'rights', ObservedValue[]> = {
    byline: [],
    site: [],
    original: [],
    rights: [],
  };
  const lines = blocks.flatMap(({ start, end }) => (end - start > LONGEST ? [] : text.slice(start, end).split('\n')));
  for (const line of lines.map((each) => each.trim())) {
    const authors = ARTICLES_BY.exec(line)?.[1];
    if (authors !== undefined) {
      found.byline.push(...peopleIn(authors).flatMap((name) => observeValue('byline', name, 'line', 'articles by')));
    }
    const original = ORIGINAL.exec(line)?.[1];
    if (original !== undefined) found.original.push(...observeValue('other', original, 'line', 'original source'));
    const granting = PERMISSION.exec(line)?.[1];
    if (granting !== undefined) found.site.push(...observeValue('siteName', granting, 'line', 'permission'));
    const outlet = RIGHTS.exec(line)?.[1];
    if (outlet === undefined) continue;
    found.site.push(...observeValue('siteName', outlet, 'line', 'copyright'));
    found.rights.push(...observeValue('other', line, 'line', 'copyright'));
  }
  return Object.values(found).flatMap((values) => values.slice(0, MOST));
}
