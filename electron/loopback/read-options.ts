import { isAbsolute, resolve } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';

/** How the loopback host was started. */
export type LoopbackOptions = {
  /** Browser whose window the host opens and ends with; null when somebody else opens one. */
  readonly browserPath: string | null;
  /** Where that browser keeps its profile; null for the data folder. */
  readonly profile: string | null;
  /** The address is for the analyst's own browser: 127.0.0.1 and no proxy. */
  readonly isOwnBrowser: boolean;
  /** Absolute paths of files to open. */
  readonly files: readonly string[];
  /** What `CASEWRIGHT_PORT` says; null for any. */
  readonly port: number | null;
  /** Ends when whoever started it does. */
  readonly isTied: boolean;
};

/**
 * Reads arguments (`--browser=PATH --profile=PATH --own-browser FILE…`) and environment.
 *
 * @throws {AppError} `bad-input` naming what is not understood
 */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LoopbackOptions {
  const unknown = args.find((word) => word.startsWith('--') && !/^--(browser=|profile=|own-browser$)/.test(word));
  if (unknown) throw new AppError('bad-input', `The loopback host does not know ${unknown}.`);
  return {
    browserPath: argument(args, '--browser='),
    profile: argument(args, '--profile='),
    isOwnBrowser: args.includes('--own-browser'),
    files: args.filter((word) => !word.startsWith('--')).map((path) => (isAbsolute(path) ? path : resolve(path))),
    port: readPort(environment['CASEWRIGHT_PORT']),
    isTied: Boolean(environment['CASEWRIGHT_TIED']),
  };
}

function argument(args: readonly string[], name: string): string | null {
  return args.find((word) => word.startsWith(name))?.slice(name.length) || null;
}

function readPort(text: string | undefined): number | null {
  if (!text) return null;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new AppError('bad-input', `CASEWRIGHT_PORT=${text} is no port: give a number from 1 to 65535.`);
}
