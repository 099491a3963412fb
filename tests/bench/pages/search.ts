import type { QueryKind } from '#tests/bench/search/choose-queries.ts';
import type { Asked } from '#tests/bench/search/serve-engine.ts';
import casewright from './search-casewright.worker.ts?worker&url';
import dexie from './search-dexie.worker.ts?worker&url';
import flexsearch from './search-flexsearch.worker.ts?worker&url';
import fts5 from './search-fts5.worker.ts?worker&url';
import minisearch from './search-minisearch.worker.ts?worker&url';
import names from './search-names.worker.ts?worker&url';
import nothing from './search-nothing.worker.ts?worker&url';

const urls = { casewright, dexie, flexsearch, fts5, minisearch, names, nothing };

/** The engines of the bench. */
export type EngineName = keyof typeof urls;

type Waiting = { resolve(value: unknown): void; reject(error: Error): void };
type Running = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

const running = new Map<EngineName, Running>();
let calls = 0;

function start(name: EngineName): Running {
  const worker = new Worker(urls[name], { type: 'module' });
  const waiting = new Map<number, Waiting>();
  worker.onmessage = ({ data: [id, value, error] }) => {
    if (error === undefined) waiting.get(id)?.resolve(value);
    else waiting.get(id)?.reject(new Error(`${name}: ${error}`));
    waiting.delete(id);
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name}: ${message}`));
  };
  const made = { worker, waiting };
  running.set(name, made);
  return made;
}

/** Runs one step of an engine, whose worker is started when it is first called. */
function call(name: EngineName, step: string, argument?: unknown): Promise<unknown> {
  const { worker, waiting } = running.get(name) ?? start(name);
  const id = ++calls;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage([id, step, argument]);
  });
}

/** What each engine took for each question, in every pass; null where it cannot. */
export type Duel = Record<string, (Asked | null)[][]>;

/** Asks every engine every question in turns, in an order that rotates, so that no engine always follows the same. */
async function duel(names: EngineName[], kind: QueryKind, questions: number, passes: number): Promise<Duel> {
  const asked: Duel = Object.fromEntries(names.map((name) => [name, Array.from({ length: questions }, () => [])]));
  for (let pass = 0; pass < passes; pass++) {
    for (let at = 0; at < questions; at++) {
      const first = (at + pass) % names.length;
      for (const name of [...names.slice(first), ...names.slice(0, first)]) {
        asked[name]?.[at]?.push((await call(name, 'ask', [kind, at])) as Asked | null);
      }
    }
  }
  return asked;
}

/** What the bench calls. */
export type SearchPage = { readonly bench: { readonly call: typeof call; readonly duel: typeof duel } };

Object.assign(globalThis, { bench: { call, duel } });
