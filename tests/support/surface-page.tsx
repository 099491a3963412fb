import '#renderer/ui/styles/tokens.css';
import '#renderer/ui/styles/base.css';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { glyphAt } from '#renderer/features/reader/surface/hit-test.ts';
import { IntervalIndex } from '#renderer/features/reader/surface/interval-index.ts';
import { SurfaceView } from '#renderer/features/reader/surface/SurfaceView.tsx';
import { type Surface, useSurface } from '#renderer/features/reader/surface/use-surface.ts';
import { entityIn, markOf } from './marks.ts';

/** What a test calls through `page.evaluate`. */
export type SurfacePage = {
  surface: Surface | null;
  /** Words of the marks that stand at a point of the window, by our own search and as the engine says, where it can. */
  marksAt(x: number, y: number): { ours: string[]; engine: string[] | null };
};

/** What engines after the oldest offer; too slow to ask with each move of the pointer. */
type PointRegistry = { highlightsFromPoint(x: number, y: number): { ranges: AbstractRange[] }[] };

declare global {
  var surfacePage: SurfacePage;
}

const PARTS = [
  'First words of the article stand here.',
  'Share on this and that.',
  'Donate now.',
  'Last words stand after the fold.',
];
const TEXT = PARTS.join('\n');
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

const laid = {
  text: TEXT,
  blocks: PARTS.map((part) => ({ kind: 'paragraph' as const, ...at(part), level: 0, direction: 'ltr' as const })),
  folds: [
    { ...at('Share on this and that.'), reason: 'sharing' as const },
    { ...at('Donate now.'), reason: 'appeal' as const },
  ],
  links: [],
};

const marks = [
  markOf({ seed: 'outer', ...at('words of the article'), entities: [entityIn('site')] }),
  markOf({ seed: 'inner', ...at('article'), entities: [entityIn('place')] }),
  markOf({ seed: 'hidden', ...at('Donate'), entities: [entityIn('org')] }),
];
const index = new IntervalIndex(marks);
const none: never[] = [];
const page: SurfacePage = {
  surface: null,
  marksAt(x, y) {
    const offset = page.surface && glyphAt(page.surface.map, x, y);
    const ours = offset === null ? [] : index.at(offset).map(({ start, end }) => TEXT.slice(start, end));
    const registry = CSS.highlights as HighlightRegistry & Partial<PointRegistry>;
    const engine = registry
      .highlightsFromPoint?.(x, y)
      .flatMap(({ ranges }) =>
        ranges.map((range) => (range.startContainer.nodeValue ?? '').slice(range.startOffset, range.endOffset)),
      );
    return { ours: ours.sort(), engine: engine?.sort() ?? null };
  },
};

function Page() {
  const surface = useSurface(laid, true);
  useEffect(() => {
    page.surface = surface;
  });
  return (
    <SurfaceView
      {...{ surface, marks }}
      openEvent={null}
      active={null}
      hits={none}
      currentHit={null}
      language="en"
      direction="ltr"
      head={<h1>An article</h1>}
      onMove={() => {}}
      onMark={() => {}}
      onHover={() => {}}
    />
  );
}

const host = document.createElement('div');
host.style.cssText = 'height: 600px; display: flex; flex-direction: column';
document.body.append(host);
createRoot(host).render(<Page />);
globalThis.surfacePage = page;
