import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import type { ImportChoices } from '#shared/domain/import.ts';
import type { Mapping } from '#shared/domain/mapping.ts';
import { noHints, type ReadingHints } from '#shared/ingest/reader.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { parseFile } from './parse-file.ts';
import type { FileParser } from './parser-pool.ts';
import { tableMapping } from './table-mapping.ts';

/** A file of an import, with its number therein. */
export type ParseTask = ChosenFile & {
  readonly number: number;
  readonly choices: ImportChoices;
  readonly mappings: readonly Mapping[];
};

/** What is known of a file before it is read. */
export function hintsOf({ path, password, mapping, address, stated }: ChosenFile): ReadingHints {
  return {
    ...noHints,
    fileName: path,
    ...(address === undefined ? {} : { address }),
    ...(password === undefined ? {} : { password }),
    ...(mapping === undefined ? {} : { mapping: tableMapping(mapping) }),
    ...(stated === undefined ? {} : { trusted: stated.map((each) => ({ ...each, rule: 'stated', place: 'import' })) }),
  };
}

/** A parser on this very thread. */
export function parseHere(control: JobControl): FileParser<ParseTask> {
  // files are what the analyst counts; how far one of them is read is told otherwise
  const quiet: JobControl = { ...control, onProgress: () => {} };
  return {
    parse: (task) =>
      parseFile({ source: task.file, hints: hintsOf(task), choices: task.choices, mappings: task.mappings }, quiet),
    close: () => {},
  };
}
