import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolderOf, thisMachine } from '#electron/services/data-folder.ts';
import { readOptions } from './read-options.ts';
import { EXIT, runLoopback, wordsOf } from './run-loopback.ts';
import { tieToParent } from './tie-to-parent.ts';

const say = (words: string) => process.stderr.write(`casewright: ${words}\n`);

async function main(): Promise<number> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const { version } = JSON.parse(readFileSync(join(here, '..', '..', 'package.json'), 'utf8')) as { version: string };
  const options = readOptions(process.argv.slice(2), process.env);
  const setting = {
    dataFolder: dataFolderOf(thisMachine()),
    version,
    build: join(here, '..', 'renderer'),
    now: Date.now,
    log: (words: string, cause: unknown) => console.error(`casewright: ${words}:`, cause),
    say,
  };
  const host = await runLoopback(options, setting, (line) => process.stdout.write(`${JSON.stringify(line)}\n`));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, host.stop);
  if (options.isTied) {
    tieToParent(process.stdin, (line) => line === 'address' && host.announceAddress(), host.stop);
  }
  return host.ended;
}

// no top-level await: the output is CommonJS
void main()
  .catch((error) => {
    say(wordsOf(error));
    if (!(error instanceof Error && error.name === 'AppError')) console.error(error);
    return EXIT.refused;
  })
  .then((code) => process.exit(code));
