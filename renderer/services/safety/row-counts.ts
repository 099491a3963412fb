/** How many rows each table had, and how far the chains had come then. */
export type RowCounts = { readonly state: string; readonly rows: Readonly<Record<string, number>> };

/** What watching over rows needs. */
export type RowCountPorts = {
  /** Counts the rows of every table. */
  readonly count: () => Promise<Readonly<Record<string, number>>>;
  /** One text that differs whenever anything was committed. */
  readonly state: () => Promise<string>;
  readonly store: Pick<Storage, 'getItem' | 'setItem'>;
};

const KEY = 'casewright.row-counts';

/**
 * Compares the number of rows in each table with what was noted when the chains had come just as far: a browser engine may lose
 * a file of rows while every ledger entry stands.
 *
 * @returns how many rows each table has too few; null when nothing is missing, or was committed since the note
 */
export async function missingRows({ count, state, store }: RowCountPorts): Promise<Record<string, number> | null> {
  const noted = readNoted(store);
  if (noted === null || noted.state !== (await state())) return null;
  const rows = await count();
  const missing = Object.entries(noted.rows).flatMap(([table, before]): [string, number][] => {
    const now = rows[table] ?? 0;
    return now < before ? [[table, before - now]] : [];
  });
  if (missing.length === 0 || noted.state !== (await state())) return null;
  return Object.fromEntries(missing);
}

/** Notes how many rows each table has; nothing when something is committed meanwhile. */
export async function noteRows({ count, state, store }: RowCountPorts): Promise<void> {
  const before = await state();
  const rows = await count();
  if (before !== (await state())) return;
  try {
    store.setItem(KEY, JSON.stringify({ state: before, rows } satisfies RowCounts));
  } catch (error) {
    // a storage that cannot be written costs this comparison and nothing else
    console.warn(error);
  }
}

/** What is missing, for the analyst. */
export function missingRowWords(missing: Readonly<Record<string, number>>): string {
  const list = Object.entries(missing).map(([table, rows]) => `${rows.toLocaleString('en')} of ${table}`);
  return `Rows have gone from the store since it was last used, though its history is whole: ${list.join(', ')}. Verify in Case file names them; the safety copies are listed in Settings.`;
}

function readNoted(store: RowCountPorts['store']): RowCounts | null {
  try {
    const { state, rows }: Partial<RowCounts> = Object(JSON.parse(store.getItem(KEY) ?? 'null'));
    const isWhole = typeof state === 'string' && Object.values(Object(rows)).every((each) => typeof each === 'number');
    return isWhole && rows ? { state, rows } : null;
  } catch {
    return null; // somebody wrote something else there: as good as nothing
  }
}
