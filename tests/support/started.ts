import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** `npm start` as somebody runs it, without npm. */
export type Started = {
  readonly process: ChildProcess;
  /** What it has printed on standard output, line by line. */
  readonly printed: () => string[];
  /** What it has said on standard error. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  /** Waits for the next line that matches. */
  line(pattern: RegExp): Promise<string>;
};

/**
 * Starts it on a data folder, with nothing of this environment that would lead it elsewhere. It leads a process group, as what
 * is started in a terminal does: a signal to the group reaches whatever it has started, as Ctrl+C would.
 */
export function start(args: readonly string[], environment: Record<string, string>): Started {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    env: { ...bare(), ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let printed = '';
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    printed += part.toString('utf8');
  });
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString('utf8');
  });
  const lines = () => printed.split('\n').filter(Boolean);
  return {
    process: child,
    printed: lines,
    said: () => said,
    ended: new Promise((resolve) => child.once('exit', resolve)),
    line: (pattern) =>
      until(
        () => lines().find((line) => pattern.test(line)) ?? null,
        () => `no line ${pattern}; it said: ${said}`,
      ),
  };
}

function bare(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(CASEWRIGHT_|ELECTRON_|DISPLAY$|WAYLAND_)/.test(entry[0]),
  );
  return Object.fromEntries(kept);
}

/** Waits until there is something, within reason. */
export async function until<T>(read: () => T | null | Promise<T | null>, words: () => string): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const value = await read();
    if (value !== null) return value;
    await wait(50);
  }
  throw new Error(words());
}

/** Whether anybody listens at a port of this machine. */
export function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
