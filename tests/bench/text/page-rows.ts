import { decodeText } from '#shared/ingest/decode-text.ts';
import { htmlReader } from '#shared/ingest/html/read-html.ts';
import { noHints, type ReadArticle } from '#shared/ingest/reader.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { type BenchRow, plainRow, ratioRow } from '../bench-row.ts';
import { meanScore, type Score, scorePage, scoreSnippets } from './body-score.ts';
import { type GoldPage, goldText, PAGE_SETS } from './gold.ts';
import { type PeerArticle, readByPeer } from './peer.ts';
import { pagesOf } from './sets.ts';

const PEER = 'Readability 0.6 on linkedom';
const REACH = { 'article-extraction-benchmark': 0.965, fundus: 0.93, 'trafilatura-eval': 0.91 } as const;
const FOUND = {
  fundus: { title: 160, author: 155, date: 163 },
  'trafilatura-eval': { title: 460, author: 260, date: 400 },
} as const;

type Read = { readonly gold: GoldPage; readonly own: ReadArticle; readonly peer: PeerArticle };

/**
 * Text and metadata of every page of the sets, and the time both took. Body F1 of article-extraction-benchmark and of
 * fundus is the former's own metric (counted runs of four words, means over pages; a page without text counts for no
 * precision). The forest has learnt from these very pages: what it does on sites that it has not seen is measured by
 * `npm run bench train-extractor`. Addresses of the pages are given to the reader, as a container of captures would give them.
 */
export async function pageRows(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  let [ownTime, peerTime] = [0, 0];
  for (const set of PAGE_SETS) {
    const pages = pagesOf<GoldPage>(set).map(({ row: gold, bytes }) => ({ gold, ...decodeText(bytes, null) }));
    let begun = process.cpuUsage();
    const own: ReadArticle[] = [];
    for (const { gold, text, charset } of pages) {
      own.push(...(await htmlReader.read({ text, charset, hints: { ...noHints, address: gold.url } }, unattended)));
    }
    ownTime += millisecondsSince(begun);
    begun = process.cpuUsage();
    const peer = pages.map(({ text }) => readByPeer(text));
    peerTime += millisecondsSince(begun);
    const read = pages.flatMap(({ gold }, at): Read[] => {
      const [one, other] = [own[at], peer[at]];
      return one === undefined || other === undefined ? [] : [{ gold, own: one, peer: other }];
    });
    rows.push(bodyRow(set, read), ...metadataRows(set, read));
    if (set === 'fundus') rows.push(statedLanguageRow(read));
  }
  const speed = { value: peerTime, unit: 'ms', peer: 'own, ms', peerValue: ownTime };
  return [...rows, ratioRow('time of the peer against ours, all pages', speed, '>= 5')];
}

/** Time of the processor, not of the clock: the machine may be shared. */
function millisecondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

function bodyRow(set: keyof typeof REACH, read: readonly Read[]): BenchRow {
  const own = scoreOf(read.map(({ own, gold }) => ({ text: shownText(own), gold })));
  const peer = scoreOf(read.map(({ peer, gold }) => ({ text: peer.text, gold })));
  console.log(`${set}: precision ${own.precision.toFixed(3)}, recall ${own.recall.toFixed(3)}`);
  const row = plainRow(`${set}: text`, own.f1, 'F1', `>= ${REACH[set]}`);
  return { ...row, peer: PEER, peerValue: peer.f1, ratio: own.f1 / peer.f1 };
}

/** The words' own language against the one that the set states of each page. */
function statedLanguageRow(read: readonly Read[]): BenchRow {
  const stated = read.filter(({ gold }) => (gold.lang ?? '') !== '');
  const right = stated.filter(({ own, gold }) => isSameLanguage(own.observed, gold.lang ?? '')).length;
  return plainRow(`fundus: language by words alone, of ${stated.length}`, right / stated.length, 'share', '>= 0.97');
}

function isSameLanguage(observed: ReadArticle['observed'], stated: string): boolean {
  const found = observed.find(({ field, rule }) => field === 'language' && rule === 'words')?.value;
  return found?.split('-')[0] === stated.toLowerCase().split(/[-_]/)[0];
}

function scoreOf(pages: readonly { readonly text: string; readonly gold: GoldPage }[]): Score {
  if (pages.some(({ gold }) => goldText(gold) === null)) return scoreSnippets(pages);
  const scores = pages.map(({ text, gold }) => scorePage(text, goldText(gold) ?? ''));
  return meanScore(
    scores,
    pages.map(({ text }) => text.trim() !== ''),
  );
}

function shownText({ text, blocks, folds }: ReadArticle): string {
  const isShown = (start: number, end: number) => !folds.some((fold) => fold.start <= start && end <= fold.end);
  return blocks
    .filter(({ start, end }) => isShown(start, end))
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

function metadataRows(set: string, read: readonly Read[]): BenchRow[] {
  if (set !== 'fundus' && set !== 'trafilatura-eval') return [];
  const count = (
    field: 'title' | 'author' | 'date',
    isRight: (one: Read, wanted: string) => boolean,
    peerIs: typeof isRight,
  ) => {
    const asked = read.flatMap((one) => wantedOf(one.gold)[field].map((wanted) => ({ one, wanted })));
    const right = asked.filter(({ one, wanted }) => isRight(one, wanted)).length;
    const peer = asked.filter(({ one, wanted }) => peerIs(one, wanted)).length;
    const row = plainRow(`${set}: ${field}`, right, `of ${asked.length}`, `>= ${FOUND[set][field]}`);
    return { ...row, peer: PEER, peerValue: peer, ratio: right / peer };
  };
  return [
    count(
      'title',
      ({ own }, wanted) => flat(own.title) === wanted,
      ({ peer }, wanted) => flat(peer.title) === wanted,
    ),
    count(
      'author',
      ({ own }, wanted) => holdsAll(own.byline.join('; '), wanted),
      ({ peer }, wanted) => holdsAll(peer.byline, wanted),
    ),
    count(
      'date',
      ({ own }, wanted) => own.published?.slice(0, 10) === wanted,
      ({ peer }, wanted) => peer.date.slice(0, 10) === wanted,
    ),
  ];
}

/** Title exact but for space; every author named in the byline; the day of publication. */
function wantedOf({ expected, title, author, date }: GoldPage): Record<'title' | 'author' | 'date', string[]> {
  const authors = expected?.authors ?? (author === undefined ? [] : [author].flat());
  const day = (expected?.publishing_date ?? date ?? '').slice(0, 10);
  const name = flat(expected?.title ?? title ?? '');
  return {
    title: name === '' ? [] : [name],
    author: authors.join('') === '' ? [] : [authors.join(';')],
    date: day === '' ? [] : [day],
  };
}

/** The sets join some authors in one: these are parted, for both. */
function holdsAll(byline: string, wanted: string): boolean {
  const line = flat(byline).toLowerCase();
  return flat(wanted)
    .toLowerCase()
    .split(/\s*[;,]\s*|\s+(?:und|and)\s+/)
    .every((name) => line.includes(name));
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
