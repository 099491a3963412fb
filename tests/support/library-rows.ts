import type { LibraryRow } from '#shared/contracts/library-query.ts';
import { articleStatuses } from '#shared/domain/case-article.ts';
import type { ArticleId } from '#shared/domain/ids.ts';

/** The id of the row with a number: spread as hashes are, and the same each time. */
export function articleIdOf(number: number): ArticleId {
  const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  const hex = mixed.toString(16).padStart(8, '0');
  return `${number.toString(16).padStart(8, '0')}-0000-8000-8000-0000${hex}` as ArticleId;
}

/** A row with a number; what is not named is empty. */
export function libraryRow(number: number, row: Partial<LibraryRow> = {}): LibraryRow {
  return {
    articleId: articleIdOf(number),
    title: `Article ${number}`,
    publisher: '',
    byline: '',
    published: '',
    earliest: null,
    language: '',
    words: 0,
    highlights: 0,
    events: 0,
    status: 'inbox',
    tags: [],
    duplicates: 0,
    added: number,
    ...row,
  };
}

/** Words that headlines are made of: as many as a hundred thousand real ones use. */
const VOCABULARY = 20_000;
const SYLLABLES =
  'mar jou na der vah cor vane tes soun khar sa ash mar bir zal laq vel ha ra os ta vel port an sel'.split(' ');
/** Words that are met often enough to be looked for. */
const FREQUENT = 'shells market army denies killed five dead hospital crossing convoy drone bridge aid brigade'.split(
  ' ',
);

const PUBLISHERS = ['Corvane Wire', 'Dervah Monitor', 'صوت أشمر', 'Velhara State Radio', 'Дервахский вестник', ''];
const LANGUAGES = ['en', 'ar', 'ru', 'he', 'fr', ''];
const TAGS = ['market', 'denial', 'official', 'drone', 'aid', 'names'];
const MINUTES_OF_A_DAY = 1440;

/** Rows as a real case has them: few publishers, many titles, some dates without a year. The same for the same seed. */
export function manyRows(count: number, seed = 1): LibraryRow[] {
  const chance = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  return Array.from({ length: count }, (_, number) => {
    const day = Math.floor(chance() * 2000);
    const isDated = chance() < 0.95;
    const words = Array.from({ length: 6 + Math.floor(chance() * 7) }, () => wordOf(chance()));
    return libraryRow(number, {
      title: sentence(words),
      publisher: chance() < 0.9 ? pick(PUBLISHERS) : `Paper ${Math.floor(chance() * 400)}`,
      byline: chance() < 0.5 ? `Author ${Math.floor(chance() * 3000)}` : '',
      published: isDated ? new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10) : 'XXXX-03-02',
      earliest: isDated ? Date.UTC(2018, 0, 1 + day) / 60_000 : null,
      language: pick(LANGUAGES),
      words: Math.floor(chance() * 3 * MINUTES_OF_A_DAY),
      highlights: chance() < 0.2 ? Math.floor(chance() * 60) : 0,
      events: chance() < 0.1 ? Math.floor(chance() * 5) : 0,
      status: pick(articleStatuses),
      tags: TAGS.filter(() => chance() < 0.15),
      duplicates: chance() < 0.05 ? 1 : 0,
      added: 1_700_000_000_000 + Math.floor(number / 500),
    });
  });
}

/** A word for a draw between 0 and 1: a few are met all the time, most hardly ever (Zipf's law). */
function wordOf(draw: number): string {
  const rank = Math.floor(VOCABULARY ** draw) - 1;
  const frequent = FREQUENT[rank];
  if (frequent) return frequent;
  const syllable = (step: number) => SYLLABLES[Math.floor(rank / SYLLABLES.length ** step) % SYLLABLES.length] ?? '';
  return `${syllable(0)}${syllable(1)}${syllable(2)}`;
}

function sentence(words: readonly string[]): string {
  const [first = '', ...others] = words;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(' ');
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
}
