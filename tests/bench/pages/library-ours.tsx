import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ArticleGrid } from '#renderer/features/library/ArticleGrid.tsx';
import { gridColumns, hiddenAtFirst } from '#renderer/features/library/grid-columns.ts';
import { everything } from '#renderer/features/library/query-edits.ts';
import { useChosen } from '#renderer/features/library/use-chosen.ts';
import { useCursor } from '#renderer/features/library/use-cursor.ts';
import type { FirstScreen, LibraryView } from '#renderer/services/library/library-view.ts';
import { useLibraryView } from '#renderer/services/library/use-library-view.ts';
import { useColumns } from '#renderer/ui/grid/use-columns.ts';
import type { LibraryQuery } from '#shared/contracts/library-query.ts';
import { CASE, DATABASE, fill, painted } from './library-store.ts';

const KEPT = 'first-screen';
let root: Root | null = null;
let opened: LibraryView | null = null;
let onMatching: (matching: number) => void = () => {};

function Page() {
  const [query, setQuery] = useState<LibraryQuery>(everything);
  const [first] = useState<FirstScreen | null>(() => JSON.parse(localStorage.getItem(KEPT) ?? 'null'));
  const { view, snapshot } = useLibraryView(DATABASE, CASE, query, first, keepFirst);
  const columns = useColumns('library', gridColumns, hiddenAtFirst);
  const chosen = useChosen(view, snapshot);
  const cursor = useCursor(view, snapshot);
  opened = view;
  if (snapshot.loading === null) onMatching(snapshot.matching ?? 0);
  return (
    <div style={{ height: 800, width: 1000, display: 'flex' }}>
      <ArticleGrid
        snapshot={snapshot}
        view={view}
        columns={columns}
        query={query}
        onQuery={setQuery}
        chosen={chosen}
        cursor={cursor}
        onOpen={() => {}}
      />
    </div>
  );
}

function keepFirst(first: FirstScreen): void {
  localStorage.setItem(KEPT, JSON.stringify(first));
}

/** Draws the library. @returns milliseconds until its first rows are painted */
async function open(): Promise<number> {
  const host = document.body.appendChild(document.createElement('div'));
  const start = performance.now();
  const whole = new Promise<void>((resolve) => {
    onMatching = () => resolve();
  });
  root = createRoot(host);
  root.render(<Page />);
  while (!host.querySelector('[role=row][aria-rowindex="2"]')) await painted();
  await painted();
  const took = performance.now() - start;
  await whole;
  return took;
}

/** Asks a question of the library as it is open. @returns milliseconds until the rows of its first screens are in the page */
async function ask(query: LibraryQuery): Promise<number> {
  if (!opened) throw new Error('not open');
  const view = opened;
  const start = performance.now();
  view.ask(query);
  const took = await heard(view, () => performance.now() - start);
  // The counts beside the list follow; the next question does not wait for them in the product either, but is not timed with them.
  await heard(view, () => 0);
  return took;
}

/** Resolves with `then` when the view changes next. */
function heard(view: LibraryView, then: () => number): Promise<number> {
  return new Promise((resolve) => {
    const stop = view.listen(() => {
      stop();
      resolve(then());
    });
  });
}

/** Scrolls from end to end. @returns milliseconds of each frame */
async function scroll(frames: number): Promise<number[]> {
  const grid = document.querySelector('[role=grid]');
  if (!grid) throw new Error('no grid');
  const times: number[] = [];
  let before = await nextFrame();
  for (let frame = 1; frame <= frames; frame++) {
    grid.scrollTop = ((grid.scrollHeight - grid.clientHeight) * frame) / frames;
    const now = await nextFrame();
    times.push(now - before);
    before = now;
  }
  return times;
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

Object.assign(globalThis, { bench: { fill, open, ask, scroll } });
