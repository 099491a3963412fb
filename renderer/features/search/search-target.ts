import type { Destination, Route } from '#renderer/services/route.tsx';
import { type Narrowing, narrowingSchema } from '#shared/contracts/search-messages.ts';

/** What the search place's part of the address says. */
export type SearchTarget = { readonly typed: string; readonly narrowed: readonly Narrowing[] };

/** Longer queries are kept in the window: an address has no room for them. */
export const MOST_IN_ADDRESS = 2000;

/** Where the search place shows what a query finds, narrowed to some values. */
export function searchAt({ typed, narrowed }: SearchTarget): Destination {
  const rest = typed === '' ? [] : [typed, ...narrowed.map(({ name, key }) => `${name}=${key}`)];
  return { place: 'search', rest };
}

/** Reads the search place's part of the address; what is malformed counts as absent. */
export function readSearchTarget({ rest }: Pick<Route, 'rest'>): SearchTarget {
  const [typed = '', ...more] = rest;
  const narrowed = more.flatMap((words) => {
    const at = words.indexOf('=');
    const parsed = narrowingSchema.safeParse({ name: words.slice(0, at), key: words.slice(at + 1) });
    return parsed.success ? [parsed.data] : [];
  });
  return { typed, narrowed };
}
