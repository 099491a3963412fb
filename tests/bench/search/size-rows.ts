import { type BenchRow, median, plainRow, ratioRow } from '../bench-row.ts';
import { kinds, type QueryKind } from './choose-queries.ts';
import { type Engine, type EngineFigures, percentile, type SizeFigures } from './measure-size.ts';

const PEERS = { fts5: 'SQLite FTS5 (wasm, OPFS)', minisearch: 'MiniSearch 7', flexsearch: 'FlexSearch 0.8' } as const;
type Peer = keyof typeof PEERS;

const KIND_NAMES: Readonly<Record<QueryKind, string>> = {
  common: 'term',
  rare: 'rare term',
  and: 'three words, AND',
  phrase: 'exact phrase',
  prefix: 'prefix',
  fuzzy: 'one typo',
  not: 'NOT',
  date: 'date and term',
};

/** What the issue asks of each kind of question, against each peer. */
const ASKED: readonly (readonly [Peer, number, readonly QueryKind[]])[] = [
  ['minisearch', 0.05, ['common', 'and', 'not', 'date', 'prefix']],
  ['minisearch', 0.2, ['fuzzy']],
  ['fts5', 0.05, ['common', 'not', 'date', 'prefix']],
  ['fts5', 0.2, ['and']],
  ['fts5', 0.3, ['phrase']],
  ['flexsearch', 0.6, ['common', 'and', 'not', 'date']],
];

/** The rows of one size. Ratios of questions are the median of those of the runs. */
export function sizeRows({ articles, text, engines, overAll }: SizeFigures): BenchRow[] {
  const own = engines.casewright;
  const at = `, ${articles.toLocaleString('en')} articles`;
  const against = (metric: string, peer: Peer, unit: string, of: (one: EngineFigures) => number, reach: Reach) =>
    ratioRow(`${metric}${at}`, { value: of(own), unit, peer: PEERS[peer], peerValue: of(engines[peer]) }, reach);
  return [
    ...ASKED.flatMap(([peer, reach, asked]) => asked.map((kind) => kindRow(engines, kind, peer, reach, at))),
    ...kinds.flatMap((kind) => plainRow(`${KIND_NAMES[kind]}, p95${at}`, p95(own, kind), 'ms')),
    against('cold start to the first answer', 'minisearch', 'ms', ({ cold }) => median(cold), '<= 0.01'),
    against('cold start to the first answer', 'fts5', 'ms', ({ cold }) => median(cold), '<= 0.1'),
    against('memory after cold start', 'minisearch', 'MB', ({ heap }) => heap / 1e6, '<= 0.01'),
    against('peak memory of build and merges', 'minisearch', 'MB', ({ buildPeak }) => buildPeak, '<= 0.12'),
    against('peak memory of build and merges', 'fts5', 'MB', ({ buildPeak }) => buildPeak, '<= 1'),
    against('articles indexed per second of worker CPU', 'minisearch', '/s', (one) => rate(articles, one), '>= 10'),
    against('articles indexed per second of worker CPU', 'fts5', '/s', (one) => rate(articles, one), '>= 2.5'),
    against('index on disk', 'fts5', 'MB', ({ bytes }) => bytes / 1e6, '<= 0.85'),
    ratioRow(
      `index on disk${at}`,
      { value: own.bytes / 1e6, unit: 'MB', peer: 'raw text', peerValue: text / 1e6 },
      '<= 0.55',
    ),
    against('one article added and durable, p95', 'fts5', 'ms', ({ added }) => percentile(added, 0.95), '<= 1'),
    ...(['count', 'order', 'facets'] as const).map((what) =>
      ratioRow(
        `${{ count: 'count of all', order: 'all by date, the last page', facets: 'facet of all' }[what]}${at}`,
        {
          ...{ value: median(overAll[what].own), unit: 'ms' },
          ...{ peer: 'Dexie index', peerValue: median(overAll[what].dexie) },
        },
        '<= 0.02',
      ),
    ),
    ...kinds.map((kind) => plainRow(`${KIND_NAMES[kind]}: same count as FTS5${at}`, same(engines, kind), 'of 1')),
  ];
}

type Reach = `<= ${number}` | `>= ${number}`;

function kindRow(engines: SizeFigures['engines'], kind: QueryKind, peer: Peer, reach: number, at: string): BenchRow {
  const ratios = engines.casewright.p95.map(
    (run, index) => (run[kind] ?? Number.NaN) / (engines[peer].p95[index]?.[kind] ?? Number.NaN),
  );
  const peerValue = p95(engines[peer], kind);
  const figures = { value: median(ratios) * peerValue, unit: 'ms', peer: PEERS[peer], peerValue };
  return ratioRow(`${KIND_NAMES[kind]}, p95${at}`, figures, `<= ${reach}`);
}

function p95(figures: EngineFigures, kind: QueryKind): number {
  return median(figures.p95.map((run) => run[kind] ?? Number.NaN));
}

function rate(articles: number, { buildMs }: EngineFigures): number {
  return articles / (buildMs / 1000);
}

/** The share of questions of a kind for which both found as many; they take some words apart differently (O'Neill, 1,000). */
function same(engines: Readonly<Record<Engine, EngineFigures>>, kind: QueryKind): number {
  const [own = [], theirs = []] = [engines.casewright.counts[kind], engines.fts5.counts[kind]];
  return own.filter((count, at) => count === theirs[at]).length / own.length;
}
