import { Histogram } from '#renderer/ui/Histogram.tsx';
import type { FacetValueCount } from '#shared/contracts/search-messages.ts';
import css from './Search.module.css';

/** More months than this are drawn as years. */
const MOST_BARS = 96;

/** Results over time, by month; over many years by year. One month alone says nothing. */
export function MonthHistogram({ months }: { readonly months: readonly FacetValueCount[] }) {
  const counts = new Map(months.map(({ key, count }) => [key, count]));
  const [first = '', last = ''] = [
    months.map(({ key }) => key).sort()[0],
    months
      .map(({ key }) => key)
      .sort()
      .at(-1),
  ];
  if (first === last) return null;
  const span = monthNumber(last) - monthNumber(first) + 1;
  const bars = span <= MOST_BARS ? monthBars(counts, first, span) : yearBars(counts, first, last);
  return (
    <div className={css.histogram}>
      <Histogram label="Articles by month of publication" values={bars} from={first} to={last} height={30} />
    </div>
  );
}

function monthBars(counts: ReadonlyMap<string, number>, first: string, span: number): number[] {
  return Array.from({ length: span }, (_, at) => counts.get(monthKey(monthNumber(first) + at)) ?? 0);
}

function yearBars(counts: ReadonlyMap<string, number>, first: string, last: string): number[] {
  const [from, to] = [yearOf(first), yearOf(last)];
  const bars = new Array<number>(to - from + 1).fill(0);
  for (const [key, count] of counts) bars[yearOf(key) - from] = (bars[yearOf(key) - from] ?? 0) + count;
  return bars;
}

function yearOf(key: string): number {
  return Number(key.replace(/-\d\d$/, ''));
}

function monthNumber(key: string): number {
  return yearOf(key) * 12 + Number(key.slice(-2)) - 1;
}

function monthKey(number: number): string {
  const month = String((number % 12) + 1).padStart(2, '0');
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${month}`;
}
