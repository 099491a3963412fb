import type { JobControl } from '#shared/kernel/job-control.ts';
import type { ByteSource } from '../byte-source.ts';
import { guessMapping } from '../tables/guess-mapping.ts';
import { type RecordValues, valuesOf } from '../tables/record-values.ts';
import type { TableGuess } from '../tables/table-mapping.ts';
import type { JsonForm } from './json-form.ts';
import { jsonRecords } from './json-records.ts';
import { toolOf } from './scraper-tools.ts';

/** What the first records of a file look like. */
export type RecordGuess = {
  readonly table: TableGuess;
  /** Whether a known tool wrote one of them. */
  readonly isKnown: boolean;
};

/** Records that are looked at: a scraper leaves out what it has not found, so one tells too little. */
const MOST_RECORDS = 20;
/** Code units of a value that is shown. */
const LONGEST_SHOWN = 2000;

/** Looks at the first records of a file. */
export async function guessRecords(
  source: ByteSource,
  form: Exclude<JsonForm, 'single'>,
  job: JobControl,
): Promise<RecordGuess> {
  const objects: object[] = [];
  let seen = 0;
  for await (const { parsed } of jsonRecords(source, form, {
    ...job,
    pause: () => job.pause(),
    onProgress: () => {},
  })) {
    if (parsed.kind === 'value' && typeof parsed.value === 'object' && parsed.value !== null)
      objects.push(parsed.value);
    if (++seen >= MOST_RECORDS) break;
  }
  return guessOf(objects);
}

/** Proposes how objects are to be read: columns are all paths that they have, in the order they are met. */
export function guessOf(objects: readonly object[]): RecordGuess {
  const sampled = objects.slice(0, MOST_RECORDS);
  const all: RecordValues[] = sampled.map(valuesOf);
  const columns = [...new Set(all.flatMap((values) => [...values.keys()]))];
  const samples = columns.map((column) => ({ column, values: all.flatMap((values) => values.get(column) ?? []) }));
  const shown = (values: RecordValues, column: string) =>
    (values.get(column) ?? []).join(' · ').slice(0, LONGEST_SHOWN);
  return {
    table: {
      form: null,
      columns,
      rows: all.map((values) => columns.map((column) => shown(values, column))),
      mapping: guessMapping(samples),
    },
    isKnown: sampled.some((object, at) => toolOf(object, all[at] ?? new Map()) !== null),
  };
}
