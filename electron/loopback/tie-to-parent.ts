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
  // readline hands an error of its input on, and an error that nobody hears would end the host without farewell
  createInterface({ input }).on('line', onLine).on('error', end);
  for (const event of ['end', 'close', 'error']) input.once(event, end);
  input.resume();
}
