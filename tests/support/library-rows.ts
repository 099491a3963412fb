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

const WORDS =
  'shells market army denies killed wounded five nine dead hospital list crossing shut convoy drone bridge town valley aid families report witnesses ministry brigade'.split(
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
    const words = Array.from({ length: 6 + Math.floor(chance() * 7) }, () => pick(WORDS));
    return libraryRow(number, {
      title: `${words.join(' ')} ${number}`,
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

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
}
