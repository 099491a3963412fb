import '@recogito/text-annotator/text-annotator.css';
import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator';
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

let article: BenchArticle | null = null;
let annotator: ReturnType<typeof createTextAnnotator> | null = null;
let count = 0;
let prepared: TextAnnotation[] = [];
const random = seeded(7);

function toAnnotation(text: string, { start, end, kind }: BenchSpan, at: number): TextAnnotation {
  const id = `a${at}`;
  return {
    id,
    bodies: [{ id: `b${at}`, annotation: id, purpose: 'tagging', value: String(kind) }],
    target: { annotation: id, created: new Date(0), selector: [{ quote: text.slice(start, end), start, end }] },
  } as TextAnnotation;
}

const bench = {
  prepare(length: number, spans: number) {
    const made = benchArticle(length, spans);
    article = made;
    prepared = made.spans.map((span, at) => toAnnotation(made.text, span, at));
    return { characters: article.text.length, spans: article.spans.length };
  },
  async open(): Promise<number> {
    if (!article) throw new Error('prepare first');
    annotator?.destroy();
    const host = document.createElement('div');
    host.setAttribute(
      'style',
      'white-space: pre-wrap; width: 560px; margin: auto; position: relative; font: 17px/28px serif',
    );
    document.body.replaceChildren(host);
    await painted();
    await painted();
    const { text } = article;
    const from = performance.now();
    host.textContent = text;
    annotator = createTextAnnotator(host, { renderer: 'CSS_HIGHLIGHTS' });
    // setAnnotations leaves annotations of bare offsets without ranges; this is the way that draws them
    annotator.state.store.bulkAddAnnotations(prepared, true, 'REMOTE' as never);
    count = prepared.length;
    await settled();
    return performance.now() - from;
  },
  async add(): Promise<number> {
    if (!article || !annotator) throw new Error('open first');
    const { text } = article;
    const before = registered();
    const span = benchSpan(random, text.slice(0, 3000), count % 12);
    const from = performance.now();
    annotator.state.store.addAnnotation(toAnnotation(text, span, count++), 'REMOTE' as never);
    await settled(before);
    return performance.now() - from;
  },
  /** Waits for what the analyst does with the mouse: from the end of a selection to the painted mark that the library makes of it. */
  async watch(): Promise<number> {
    if (!annotator) throw new Error('open first');
    const { store } = annotator.state;
    const known = store.all().length;
    const from = await moment('pointerup');
    const limit = from + 3_000;
    while (store.all().length === known && performance.now() < limit) await painted();
    if (store.all().length === known) throw new Error('the peer made nothing of the selection');
    await painted();
    return performance.now() - from;
  },
  lines: () => linesOf(annotator?.element ?? null),
  painted: registered,
};

/** The library draws in its own time: wait until its highlights have changed, then for the paint. */
async function settled(before = -1): Promise<void> {
  const limit = performance.now() + 10_000;
  while (performance.now() < limit && (registered() === 0 || registered() === before)) await painted();
  await painted();
}

function registered(): number {
  return [...CSS.highlights].reduce((sum, [, highlight]) => sum + highlight.size, 0);
}

Object.assign(globalThis, { bench });
