import '#shared/contracts/without-eval.ts';
import { SearchHub } from './search/search-hub.ts';

/** No other hub has this name: a window that waits for it hears of the end of this one. */
const lock = `casewright-search-hub ${crypto.randomUUID()}`;
const hub = new SearchHub(lock);
let isHeld = false;
const early: MessagePort[] = [];

void navigator.locks.request(lock, () => {
  isHeld = true;
  for (const port of early) hub.join(port);
  return new Promise<never>(() => {});
});

self.addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports;
  if (!port) return;
  if (isHeld) hub.join(port);
  else early.push(port);
});
