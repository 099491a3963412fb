import { resolve } from 'node:path';

/** How a case file's name ends. */
const ENDING = /\.casefile$/i;

/**
 * Picks the case files out of a command line, as the operating system gives it when a file is double-clicked.
 *
 * @param folder - the folder in which the command was given
 * @returns absolute paths in their order
 */
export function caseFilesOf(commandLine: readonly string[], folder: string): string[] {
  return commandLine.filter((word) => !word.startsWith('-') && ENDING.test(word)).map((word) => resolve(folder, word));
}
