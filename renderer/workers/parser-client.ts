import { startWorker } from '#renderer/platform/trusted-worker.ts';
import type { ParseTask } from './import/parse-here.ts';
import { parserOver } from './import/parser-over.ts';
import type { FileParser } from './import/parser-pool.ts';
import url from './parse.worker.ts?worker&url';

/** Starts a parser in a worker of its own. */
export function startParser(): FileParser<ParseTask> {
  return parserOver(startWorker(url, 'parse'));
}
