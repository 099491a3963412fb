import { spawn } from 'node:child_process';

/** Whoever closes the workbench takes longer; a missing library shows at once. */
export const AT_ONCE_MS = 5_000;
/** The exit code with which our hosts say that they have said why they do not open. */
export const REFUSED = 3;

/**
 * Runs Electron until it ends.
 *
 * @param {{ path: string, root: string, files: string[], environment: Record<string, string | undefined> }} options
 * @returns {Promise<{ code: number, isFailure: boolean }>} `isFailure` when it died before anybody can have used it
 */
export function runElectron({ path, root, files, environment }) {
  // set by editors for their own ends, it would make a plain Node of Electron
  const { ELECTRON_RUN_AS_NODE: _, ...env } = environment;
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(path, [...(isRoot ? ['--no-sandbox'] : []), root, ...files], { stdio: 'inherit', env });
    const end = (code) => {
      const isFailure = code !== 0 && code !== REFUSED && Date.now() - started < AT_ONCE_MS;
      resolve({ code, isFailure });
    };
    child.once('error', () => end(127));
    child.once('exit', (code, signal) => end(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
    passSignals(child);
  });
}

/** Ends a child in the way in which we are asked to end. */
export function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('disconnect', () => child.kill('SIGTERM'));
}
