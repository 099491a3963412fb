import type { FacetCount, FacetName, IndexResults } from '#shared/search/model/search-results.ts';
import type { TermEntry } from '#shared/search/segment/dictionary.ts';
import { NO_DAY } from '#shared/search/segment/document-columns.ts';
import { newPostingList } from '#shared/search/segment/postings.ts';
import { readList } from '#shared/search/segment/read-list.ts';
import type { Segment } from '#shared/search/segment/segment.ts';
import { filterStart, filterValueOf } from '#shared/search/segment/term-key.ts';
import type { Found } from './found.ts';

const DAY_MS = 86_400_000;
const list = newPostingList(1024);

/** Counts values among the results of several segments. */
export class FacetCounter {
  private readonly names: readonly FacetName[];
  private readonly counts = new Map<FacetName, Map<string, { label: string; count: number }>>();

  constructor(names: readonly FacetName[]) {
    this.names = names;
    for (const name of names) this.counts.set(name, new Map());
  }

  async add(segment: Segment, found: Found): Promise<void> {
    if (this.names.length === 0 || found.count === 0) return;
    const bits = new Uint8Array(segment.seal.documents);
    for (let at = 0; at < found.count; at++) bits[found.docs[at] as number] = 1;
    for (const name of this.names) {
      if (name === 'month') await this.addMonths(segment, found);
      else await this.addValues(segment, name, bits);
    }
  }

  results(): IndexResults['facets'] {
    return Object.fromEntries(
      Array.from(this.counts, ([name, values]) => [
        name,
        Array.from(values, ([key, { label, count }]): FacetCount => ({ key, label, count })).sort(byCount),
      ]),
    );
  }

  private async addMonths(segment: Segment, found: Found): Promise<void> {
    const days = await segment.column('publishedFirst');
    const byDay = new Map<number, number>();
    for (let at = 0; at < found.count; at++) {
      const day = days[found.docs[at] as number] as number;
      if (day !== NO_DAY) byDay.set(day, (byDay.get(day) ?? 0) + 1);
    }
    for (const [day, count] of byDay) {
      const month = new Date(day * DAY_MS).toISOString().replace(/-\d\dT.*$/u, '');
      this.count('month', month, month, count);
    }
  }

  private async addValues(segment: Segment, name: Exclude<FacetName, 'month'>, bits: Uint8Array): Promise<void> {
    const values: { key: string; label: string; entry: TermEntry }[] = [];
    const { dictionary } = segment;
    dictionary.visitStarting(filterStart(name), () => {
      values.push({ ...filterValueOf(dictionary.key, dictionary.length), entry: dictionary.entry() });
    });
    const bytes = await segment.readPostings(values.map(({ entry }) => entry));
    for (const [at, { key, label, entry }] of values.entries()) {
      readList(bytes[at] ?? new Uint8Array(0), entry.documents, list);
      let count = 0;
      for (let posting = 0; posting < list.count; posting++) count += bits[list.docs[posting] as number] as number;
      if (count > 0) this.count(name, key, label, count);
    }
  }

  private count(name: FacetName, key: string, label: string, count: number): void {
    const values = this.counts.get(name);
    const known = values?.get(key);
    // of a value that was renamed the label of the later segment is shown
    values?.set(key, { label, count: (known?.count ?? 0) + count });
  }
}

function byCount(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || (a.label < b.label ? -1 : a.label > b.label ? 1 : a.key < b.key ? -1 : 1);
}
