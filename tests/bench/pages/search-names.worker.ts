import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { NameIndex } from '#shared/search/names/name-index.ts';
import { pick, seeded } from '#tests/bench/search/seeded.ts';
import { fetchArticles } from '#tests/bench/search/serve-engine.ts';
import { serveSteps } from '#tests/bench/search/serve-steps.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const NAME = /(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,}){0,2}/g;
/** Results that are looked at. */
const SHOWN = 20;

type Engine = (typed: string) => readonly string[];
let names: string[] = [];
let engines: Record<string, Engine> = {};
let typos: { readonly name: string; readonly typed: string }[] = [];

/** One letter changed or left out. */
function mistyped(random: () => number, name: string): string {
  const at = 1 + Math.floor(random() * (name.length - 2));
  const letter = pick(random, [...LETTERS]);
  return name.slice(0, at) + (random() < 0.5 ? letter : '') + name.slice(at + 1);
}

serveSteps({
  /** Gathers the names of the articles; at most `most`. */
  async gather([files, most]: [number, number]) {
    const found = new Set<string>();
    for (let file = 0; file < files; file++) {
      for (const { body } of await fetchArticles(file)) for (const name of body.match(NAME) ?? []) found.add(name);
    }
    const random = seeded(5);
    const all = [...found];
    for (let at = all.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [all[at], all[other]] = [all[other] as string, all[at] as string];
    }
    names = all.slice(0, most);
    typos = Array.from({ length: 60 }, () => {
      const name = pick(random, names);
      return { name, typed: mistyped(random, name) };
    });
    return names.length;
  },
  build() {
    const own = new NameIndex();
    for (const [at, name] of names.entries()) own.put(String(at), [name]);
    const fuse = new Fuse(names, { threshold: 0.3, ignoreLocation: true });
    const mini = new MiniSearch({ fields: ['name'] });
    mini.addAll(names.map((name, id) => ({ id, name })));
    engines = {
      casewright: (typed) => own.find(typed, SHOWN).map(({ name }) => name),
      fuse: (typed) => fuse.search(typed, { limit: SHOWN }).map(({ item }) => item),
      minisearch: (typed) =>
        mini
          .search(typed, { fuzzy: 0.2, combineWith: 'AND' })
          .slice(0, SHOWN)
          .map(({ id }) => names[id] ?? ''),
    };
    for (const engine of Object.values(engines)) engine(typos[0]?.typed ?? '');
  },
  ask([engine, at]: [string, number]) {
    const typo = typos[at];
    const start = performance.now();
    const found = engines[engine]?.(typo?.typed ?? '') ?? [];
    return [performance.now() - start, found.includes(typo?.name ?? '-')];
  },
});
