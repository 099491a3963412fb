import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/**
 * Ties this process to the one that started it: when that one ends, even by SIGKILL, its end of our input closes.
 *
 * @param onLine - told each line that it writes before
 * @param onEnd - told once
 */
export function tieToParent(input: Readable, onLine: (line: string) => void, onEnd: () => void): void {
  let hasEnded = false;
  const end = () => {
    if (!hasEnded) onEnd();
    hasEnded = true;
  };
  createInterface({ input }).on('line', onLine);
  for (const event of ['end', 'close', 'error']) input.once(event, end);
  input.resume();
}
