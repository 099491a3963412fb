import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Mark } from '#renderer/services/reader/mark.ts';
import type { EventId } from '#shared/domain/ids.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import css from './Minimap.module.css';
import type { BlockBands } from './measure.ts';

type Props = {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly root: RefObject<HTMLElement | null>;
  readonly marks: readonly Mark[];
  readonly hits: readonly TextSpan[];
  readonly openEvent: EventId | null;
  readonly bands: BlockBands;
};

const WIDTH = 16;

/** Every mark of the whole article on the scroll strip: left third evidence, middle entities, right third hits. A picture only. */
export function Minimap({ scroller, root, marks, hits, openEvent, bands }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const paint = () => {
      if (canvas.current && root.current && scroller.current) {
        draw(canvas.current, scroller.current, root.current, { marks, hits, openEvent, bands });
      }
    };
    // When the words have been painted: the strip may follow a moment later.
    const next = requestIdleCallback(paint, { timeout: 300 });
    const observer = new MutationObserver(paint);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      cancelIdleCallback(next);
      observer.disconnect();
    };
  }, [scroller, root, marks, hits, openEvent, bands]);
  useEffect(() => followScroll(scroller, frame), [scroller]);
  const scrollTo = (event: PointerEvent<HTMLElement>) => {
    const element = scroller.current;
    if (!element || event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    element.scrollTop = share * element.scrollHeight - element.clientHeight / 2;
  };
  return (
    <div className={css.minimap} aria-hidden="true" onPointerDown={scrollTo} onPointerMove={scrollTo}>
      <span ref={frame} className={css.frame} />
      <canvas ref={canvas} className={css.canvas} />
    </div>
  );
}

function followScroll(scroller: RefObject<HTMLElement | null>, frame: RefObject<HTMLElement | null>) {
  const element = scroller.current;
  if (!element) return;
  const follow = () => {
    const { scrollTop, scrollHeight, clientHeight } = element;
    if (!frame.current) return;
    frame.current.style.top = `${(scrollTop / scrollHeight) * 100}%`;
    frame.current.style.height = `${(clientHeight / scrollHeight) * 100}%`;
  };
  follow();
  element.addEventListener('scroll', follow, { passive: true });
  const observer = new ResizeObserver(follow);
  observer.observe(element);
  if (element.firstElementChild) observer.observe(element.firstElementChild);
  return () => {
    element.removeEventListener('scroll', follow);
    observer.disconnect();
  };
}

type Drawn = Pick<Props, 'marks' | 'hits' | 'openEvent' | 'bands'>;

function draw(
  canvas: HTMLCanvasElement,
  scroller: HTMLElement,
  root: HTMLElement,
  { marks, hits, openEvent, bands }: Drawn,
) {
  const scale = window.devicePixelRatio;
  const height = scroller.clientHeight;
  canvas.width = WIDTH * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(scale, scale);
  const style = getComputedStyle(document.documentElement);
  const colours = new Map<string, string>();
  const colour = (token: string) => {
    const known = colours.get(token) ?? style.getPropertyValue(token).trim();
    colours.set(token, known);
    return known;
  };
  const above = root.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  const at = (offset: number) => ((above + bands.topOf(offset)) / scroller.scrollHeight) * height;
  const drawn = new Set<string>();
  /** Marks that fall on the same line of the strip are drawn once. */
  const fill = (token: string, x: number, offset: number, width: number, tall: number) => {
    const y = Math.round(at(offset));
    const key = `${token} ${y}`;
    if (drawn.has(key)) return;
    drawn.add(key);
    context.fillStyle = colour(token);
    context.fillRect(x, y, width, tall);
  };
  for (const { start, entities, claims } of marks) {
    for (const { tint } of entities) fill(`--${tint}-mark`, 4, start, 8, 2);
    for (const { eventId, stance } of claims) {
      fill(eventId === openEvent ? '--accent' : stance === 'denies' ? '--bad' : '--ink-3', 0, start, 3, 6);
    }
  }
  for (const { start } of hits) fill('--ink-2', 12, start, 4, 2);
}
