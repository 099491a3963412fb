/** What both sides of the reader's benchmark show: the same words, the same passages. */
export type BenchArticle = { readonly text: string; readonly spans: readonly BenchSpan[] };

/** A passage to mark and which of twelve kinds it is. */
export type BenchSpan = { readonly start: number; readonly end: number; readonly kind: number };

const WORDS =
  'analyst report source network minister contract shipment account telegram channel border vehicle company director invoice transfer image video location the of and to in was on for with by from at'.split(
    ' ',
  );

/** A seeded article of paragraphs parted by line breaks, with passages that overlap and nest. */
export function benchArticle(length: number, count: number): BenchArticle {
  const random = seeded(42);
  const paragraphs: string[] = [];
  for (let size = 0; size < length; size += (paragraphs.at(-1)?.length ?? 0) + 1) {
    const wanted = 250 + random() * 300;
    let paragraph = '';
    while (paragraph.length < wanted) {
      paragraph += `${paragraph ? ' ' : ''}${WORDS[Math.floor(random() * WORDS.length)]}`;
    }
    paragraphs.push(`${paragraph}.`);
  }
  const text = paragraphs.join('\n');
  return { text, spans: Array.from({ length: count }, (_, kind) => benchSpan(random, text, kind % 12)) };
}

/** One more passage of the same make. */
export function benchSpan(random: () => number, text: string, kind: number): BenchSpan {
  const start = Math.floor(random() * (text.length - 400));
  return { start, end: start + 5 + Math.floor(random() * random() * 300), kind };
}

/** A small generator whose numbers are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Resolves once what was drawn so far has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(0);
    });
  });
}

/** Waits for an event of the analyst and gives the moment it came. */
export function moment(name: 'pointerup' | 'keydown'): Promise<number> {
  return new Promise((resolve) => {
    addEventListener(name, () => resolve(performance.now()), { capture: true, once: true });
  });
}

/** Where lines of words stand in the window, those of the first screen. */
export function linesOf(element: Element | null): { readonly left: number; readonly middle: number }[] {
  if (!element) throw new Error('open first');
  const range = document.createRange();
  range.selectNodeContents(element);
  const lines = [...range.getClientRects()].filter(({ height, width }) => height < 40 && width > 300);
  return lines.slice(0, 20).map(({ left, top, height }) => ({ left, middle: top + height / 2 }));
}
