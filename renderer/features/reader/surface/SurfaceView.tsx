import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react';
import type { Mark } from '#renderer/services/reader/mark.ts';
import type { EventId } from '#shared/domain/ids.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { scriptOf } from '#shared/text/script.ts';
import { ArticleText } from './ArticleText.tsx';
import { Caret } from './Caret.tsx';
import { type CaretMove, caretMoveOf } from './caret-keys.ts';
import { glyphAt } from './hit-test.ts';
import { IntervalIndex } from './interval-index.ts';
import { Margins } from './Margins.tsx';
import { Minimap } from './Minimap.tsx';
import { caretRect } from './measure.ts';
import { moveCaret } from './move-caret.ts';
import css from './SurfaceView.module.css';
import type { TextSelection } from './text-selection.ts';
import { usePainter } from './use-painter.ts';
import { keepInSight, type Surface } from './use-surface.ts';

type Props = {
  readonly surface: Surface;
  readonly marks: readonly Mark[];
  readonly openEvent: EventId | null;
  readonly active: TextSpan | null;
  readonly hits: readonly TextSpan[];
  readonly currentHit: TextSpan | null;
  /** The article's own language and direction: the sheet's margins follow the direction. */
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl';
  /** Title and credit. */
  readonly head: ReactNode;
  /** Where the block begins that is the article's title, if the text has it. */
  readonly headline?: number | null;
  /** What lies over the text in its own coordinates: handles. */
  readonly over?: ReactNode;
  readonly onMove: (move: CaretMove, to: TextSelection) => void;
  readonly onMark: (mark: Mark, eventId: EventId | null) => void;
  /** Marks under the pointer, the innermost first; empty when it has left them. */
  readonly onHover: (marks: readonly Mark[], offset: number | null) => void;
};

/** Characters by which the script of a text is told. */
const SAMPLE = 4000;

/** Pixels of the page before that stay in sight when it is turned: two lines. */
const TURNED_LINES = 56;

/** The article as it is read: words, what is painted over them, what stands beside them, and the caret. */
export function SurfaceView(props: Props) {
  const { surface, marks, openEvent, active, hits, currentHit, onMark } = props;
  const { map, root, scroller, layout, bands, near, selection, laid } = surface;
  const script = useMemo(() => scriptOf(laid.text.slice(0, SAMPLE)), [laid.text]);
  const index = useMemo(() => new IntervalIndex(marks), [marks]);
  const selected = useSelectedSpan(selection);
  const nearby = useMemo(() => index.overlapping(near), [index, near]);
  usePainter(map, { marks: nearby, openEvent, active, selected, hits, currentHit });
  const hover = useHover(props, index);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.target === scroller.current ? caretMoveOf(event) : null;
    if (!move || !root.current) return;
    const sheet = scroller.current;
    if (!sheet) return;
    event.preventDefault();
    const from = selection && caretRect(map, selection.focus);
    const starts = laid.blocks.map(({ start }) => start);
    const page = sheet.clientHeight - TURNED_LINES;
    const to = moveCaret({ map, root: root.current, text: laid.text, starts, page }, move);
    if (!to) return;
    surface.note(to);
    const rect = caretRect(map, to.focus);
    // A page that is turned goes as far as its caret, which stays at its height of the screen.
    if (rect && from && move.granularity === 'page') sheet.scrollTop += rect.top - from.top;
    const now = caretRect(map, to.focus);
    if (now) keepInSight(sheet, now);
    props.onMove(move, to);
  };
  return (
    <div className={css.stage}>
      <section
        ref={scroller}
        className={css.paper}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the caret's keys act here, and what scrolls must take the focus
        tabIndex={0}
        aria-label="Article"
        data-area="Article"
        data-home
        onKeyDown={onKeyDown}
        {...hover}
      >
        <article
          className={css.sheet}
          dir={props.direction}
          lang={props.language ?? undefined}
          data-script={script ?? undefined}
        >
          <header className={css.head}>{props.head}</header>
          <div className={css.text}>
            <div ref={root} className={css.words} data-words>
              <ArticleText laid={laid} reveal={surface.revealed} headline={props.headline ?? null} />
            </div>
            <div className={css.over}>
              <Margins {...{ map, root, layout, openEvent, onMark }} marks={nearby} />
              <Caret map={map} root={root} offset={selection?.focus ?? null} layout={layout} />
              {props.over}
            </div>
          </div>
        </article>
      </section>
      <Minimap {...{ scroller, root, marks, hits, openEvent, bands }} />
    </div>
  );
}

function useSelectedSpan(selection: TextSelection | null): TextSpan | null {
  return useMemo(() => {
    if (!selection || selection.anchor === selection.focus) return null;
    const { anchor, focus } = selection;
    return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
  }, [selection]);
}

/** Looks at most once a frame what is under the pointer. */
function useHover({ surface: { map }, onHover }: Props, index: IntervalIndex<Mark>) {
  const frame = useRef(0);
  const last = useRef<Mark | null>(null);
  return {
    onPointerMove: ({ clientX, clientY, buttons, pointerType }: React.PointerEvent) => {
      cancelAnimationFrame(frame.current);
      if (buttons !== 0 || pointerType === 'touch') return;
      frame.current = requestAnimationFrame(() => {
        const offset = glyphAt(map, clientX, clientY);
        const under = offset === null ? [] : index.at(offset);
        if ((under[0] ?? null) === last.current) return;
        last.current = under[0] ?? null;
        onHover(under, offset);
      });
    },
    onPointerLeave: () => {
      cancelAnimationFrame(frame.current);
      last.current = null;
      onHover([], null);
    },
  };
}
