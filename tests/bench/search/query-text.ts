import type { BenchQueries, BenchQuery, QueryKind } from './choose-queries.ts';

type Of<Kind extends QueryKind> = BenchQueries[Kind][number];

/** A question in the words that an analyst would type. */
export function queryText(kind: QueryKind, query: BenchQuery): string {
  switch (kind) {
    case 'common':
    case 'rare':
      return (query as Of<'common'>).word;
    case 'and':
      return (query as Of<'and'>).words.join(' ');
    case 'phrase':
      return `"${(query as Of<'phrase'>).words.join(' ')}"`;
    case 'prefix':
      return `${(query as Of<'prefix'>).start}*`;
    case 'fuzzy':
      return `${(query as Of<'fuzzy'>).word}~`;
    case 'not': {
      const { word, without } = query as Of<'not'>;
      return `${word} -${without}`;
    }
    case 'date': {
      const { word, from, to } = query as Of<'date'>;
      return `${word} published:${dayOf(from)}..${dayOf(to)}`;
    }
  }
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
