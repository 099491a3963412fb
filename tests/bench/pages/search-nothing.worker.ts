import { serveEngine } from '#tests/bench/search/serve-engine.ts';

/** Reads the articles and does nothing with them: what every engine pays before it begins. */
serveEngine({
  create() {},
  add() {},
  finish: () => 0,
  open() {},
  ask: () => null,
  addOne() {},
});
