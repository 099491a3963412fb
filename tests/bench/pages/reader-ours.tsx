import '#renderer/ui/styles/tokens.css';
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { TINTS } from '#renderer/features/reader/surface/categories.ts';
import type { LaidText } from '#renderer/features/reader/surface/layout-blocks.ts';
import { SurfaceView } from '#renderer/features/reader/surface/SurfaceView.tsx';
import { spanOf } from '#renderer/features/reader/surface/text-selection.ts';
import { type Surface, useSurface } from '#renderer/features/reader/surface/use-surface.ts';
import type { Mark } from '#renderer/services/reader/mark.ts';
import { claimIn, entityIn, markOf } from '#tests/support/marks.ts';
import {
  type BenchArticle,
  type BenchSpan,
  benchArticle,
  benchSpan,
  linesOf,
  moment,
  painted,
  seeded,
} from './reader-article.ts';

let root: Root | null = null;
let surface: Surface | null = null;
let marks: Mark[] = [];
let prepared: readonly Mark[] = [];
const random = seeded(7);

function Page({ laid, shown }: { laid: LaidText; shown: readonly Mark[] }) {
  const held = useSurface(laid, true);
  useEffect(() => {
    surface = held;
  });
  return (
    <SurfaceView
      surface={held}
      marks={shown}
      openEvent={null}
      active={null}
      hits={NONE}
      currentHit={null}
      language="en"
      direction="ltr"
      head={<h1>An article of the benchmark</h1>}
      onMove={() => {}}
      onMark={() => {}}
      onHover={() => {}}
    />
  );
}

const NONE: never[] = [];

/** Nine kinds name an entity of one of the tints, three are evidence of an event. */
function toMark({ start, end, kind }: BenchSpan, at: number): Mark {
  const tint = TINTS[kind];
  const stance = kind % 2 === 0 ? 'denies' : 'asserts';
  return markOf({
    seed: String(at),
    start,
    end,
    quote: '',
    ...(tint
      ? { entities: [entityIn(tint)] }
      : { claims: [{ ...claimIn(String(kind), stance), claimId: markClaim(at) }] }),
  });
}

function markClaim(at: number) {
  return claimIn(String(at), 'asserts').claimId;
}

function laidOf(text: string): LaidText {
  let at = 0;
  const blocks = text.split('\n').map((paragraph) => {
    const start = at;
    at += paragraph.length + 1;
    return { kind: 'paragraph' as const, start, end: start + paragraph.length, level: 0, direction: 'ltr' as const };
  });
  return { text, blocks, folds: [], links: [] };
}

let article: BenchArticle | null = null;
let laid: LaidText | null = null;

const bench = {
  prepare(length: number, count: number) {
    article = benchArticle(length, count);
    laid = laidOf(article.text);
    prepared = article.spans.map(toMark);
    return { characters: article.text.length, spans: article.spans.length };
  },
  /** From nothing on the page to painted words, marks, bars beside the text and the strip at the edge. */
  async open(): Promise<number> {
    root?.unmount();
    document.body.replaceChildren(document.createElement('div'));
    const host = document.body.firstElementChild;
    if (!host || !article || !laid) throw new Error('prepare first');
    host.setAttribute('style', 'height: 800px; display: flex; flex-direction: column');
    await painted();
    await painted();
    const from = performance.now();
    marks = [...prepared];
    root = createRoot(host);
    const page = <Page laid={laid} shown={marks} />;
    const drawing = root;
    flushSync(() => drawing.render(page));
    await painted();
    return performance.now() - from;
  },
  async add(given?: BenchSpan): Promise<number> {
    if (!article || !laid || !root) throw new Error('open first');
    const span = given ?? benchSpan(random, article.text.slice(0, 3000), marks.length % 12);
    const from = performance.now();
    marks = [...marks, toMark(span, marks.length)];
    const drawing = root;
    const page = <Page laid={laid} shown={marks} />;
    flushSync(() => drawing.render(page));
    await painted();
    return performance.now() - from;
  },
  /** Waits for what the analyst does with the key that tags a selection, to the painted mark. */
  async watch(): Promise<number> {
    const from = await moment('keydown');
    const selected = surface?.selection;
    if (!selected || selected.anchor === selected.focus) throw new Error('nothing is selected');
    await bench.add({ ...spanOf(selected), kind: marks.length % 12 });
    return performance.now() - from;
  },
  lines: () => linesOf(document.querySelector('[data-words]')),
  /** The longest frame while the whole article is scrolled through. */
  async scroll(): Promise<number> {
    const scroller = document.querySelector<HTMLElement>('[aria-label=Article]');
    if (!scroller) throw new Error('open first');
    let longest = 0;
    let last = performance.now();
    for (let top = 0; top < scroller.scrollHeight; top += 600) {
      scroller.scrollTop = top;
      await painted();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    scroller.scrollTop = 0;
    await painted();
    return longest;
  },
  painted: () => [...CSS.highlights].reduce((sum, [, highlight]) => sum + highlight.size, 0),
  surface: () => surface !== null,
};

export type ReaderBench = typeof bench;
Object.assign(globalThis, { bench });
