import type { ChainId, LedgerEntry } from '#shared/domain/ledger.ts';
import { entryOf } from './stored-entry.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Entries read at once; those of imports hold some hundred kilobytes each. */
const CHUNK = 100;

/** Every entry of a chain, the first first. */
export async function* entriesForwards(db: WorkbenchDatabase, chain: ChainId): AsyncGenerator<LedgerEntry> {
  let from = 0;
  for (;;) {
    const chunk = await db.ledger
      .where('[chain+seq]')
      .between([chain, from], [chain, Number.POSITIVE_INFINITY], false, true)
      .limit(CHUNK)
      .toArray();
    for (const stored of chunk) yield entryOf(stored);
    const last = chunk.at(-1);
    if (!last) return;
    from = last.seq;
  }
}

/** Every entry of several chains, by their clocks. */
export async function* entriesByClock(db: WorkbenchDatabase, chains: readonly ChainId[]): AsyncGenerator<LedgerEntry> {
  const waiting = await Promise.all(
    chains.map(async (chain) => {
      const rest = entriesForwards(db, chain);
      return { rest, next: await rest.next() };
    }),
  );
  for (;;) {
    let first: (typeof waiting)[number] | null = null;
    for (const each of waiting) {
      if (each.next.done) continue;
      if (!first || first.next.done || each.next.value.header.clock < first.next.value.header.clock) first = each;
    }
    if (!first || first.next.done) return;
    yield first.next.value;
    first.next = await first.rest.next();
  }
}
