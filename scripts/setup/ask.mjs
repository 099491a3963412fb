import { createInterface } from 'node:readline/promises';

/**
 * A way to ask the person who started this; null where there is no terminal.
 *
 * @returns {((question: string) => Promise<boolean>) | null} Enter alone means yes
 */
export function asker() {
  if (!process.stdin.isTTY || !process.stderr.isTTY || process.env.CI) return null;
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await terminal.question(`casewright: ${question} [Y/n] `);
    terminal.close();
    return !/^\s*n/i.test(answer);
  };
}

/** Shows a download: on a terminal one line that changes, else a line for every tenth. */
export function progressShower(stream = process.stderr) {
  let shown = -1;
  return (percent, bytes) => {
    if (percent === shown) return;
    shown = percent;
    const words = `  ${percent} %  ${(bytes / 1e6).toFixed(0)} MB`;
    if (stream.isTTY) stream.write(`\r${words} ${percent === 100 ? '\n' : ''}`);
    else if (percent % 10 === 0) stream.write(`${words}\n`);
  };
}
