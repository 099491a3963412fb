import { Comment } from '@blueprintjs/icons';
import { type CSSProperties, type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { Mark, MarkedClaim } from '#renderer/services/reader/mark.ts';
import { notedShort, notedWords } from '#renderer/services/reader/noted-words.ts';
import { StanceShape } from '#renderer/ui/Shapes.tsx';
import type { EventId } from '#shared/domain/ids.ts';
import { STANCE_FORMS } from '../stances.ts';
import { layOutBars, stacked } from './lanes.ts';
import css from './Margins.module.css';
import { measure } from './measure.ts';
import type { TextMap } from './text-map.ts';

type Stripe = { readonly mark: Mark; readonly claim: MarkedClaim; readonly top: number; readonly bottom: number };
type MarginNote = { readonly mark: Mark; readonly top: number; readonly bottom: number };
type Beside = { readonly stripes: readonly Stripe[]; readonly notes: readonly MarginNote[] };

type Props = {
  readonly map: TextMap<Node>;
  readonly root: RefObject<HTMLElement | null>;
  /** Those near the screen. */
  readonly marks: readonly Mark[];
  /** Grows whenever lines may have moved. */
  readonly layout: number;
  readonly openEvent: EventId | null;
  readonly onMark: (mark: Mark, eventId: EventId | null) => void;
};

/** What stands beside the text: in the outer margin a bar for each passage that is evidence, in the inner one the notes. */
export function Margins(props: Props) {
  const { stripes, notes } = useBeside(props);
  const { bars, step, labelAt } = useMemo(() => layOutBars(stripes), [stripes]);
  const tops = stacked(
    notes.map(({ top, mark }) => ({ top, bottom: top + noteHeight(mark) })),
    6,
  );
  return (
    <>
      {stripes.map(({ mark, claim, top, bottom }, at) => (
        <button
          key={claim.claimId}
          type="button"
          tabIndex={-1}
          className={css.stripe}
          data-open={claim.eventId === props.openEvent || undefined}
          data-stance={claim.stance}
          style={barStyle({ top, bottom }, (bars[at]?.lane ?? 0) * step)}
          aria-label={`${claim.eventLabel}, ${claim.stance}: ${mark.quote}`}
          onClick={() => props.onMark(mark, claim.eventId)}
        >
          <i />
          <span
            className={css.label}
            style={{ top: (bars[at]?.labelTop ?? top) - top - 1, ...offset(labelAt - (bars[at]?.lane ?? 0) * step) }}
          >
            <span dir="ltr">
              {claim.eventLabel}
              <StanceShape form={STANCE_FORMS[claim.stance]} size={9} />
            </span>
          </span>
        </button>
      ))}
      {notes.map(({ mark }, at) => (
        <button
          key={mark.id}
          type="button"
          tabIndex={-1}
          className={css.note}
          style={{ top: tops[at] }}
          {...(mark.noted ? { 'data-tip': notedWords(mark.noted) } : {})}
          onClick={() => props.onMark(mark, null)}
        >
          <Comment size={12} />
          {/* placed by the article's direction, read by its own */}
          <span dir="auto" className={css.words}>
            {mark.note}
          </span>
          {mark.noted && (
            <small className={css.by} dir="ltr">
              <bdi>{notedShort(mark.noted)}</bdi>
            </small>
          )}
        </button>
      ))}
    </>
  );
}

/** Pixels that a bar stands below the top of its passage, and above its bottom. */
const INSET = 3;

function barStyle({ top, bottom }: { readonly top: number; readonly bottom: number }, outwards: number): CSSProperties {
  return { top: top + INSET, height: Math.max(bottom - top - 2 * INSET, 18), ...offset(outwards) };
}

/** Pixels away from the text, on whichever side the margin is. */
function offset(pixels: number): CSSProperties {
  return { ['--outwards' as string]: `${pixels}px` };
}

/** About how high a note will stand in its 116 px: good enough to keep two apart, and known before it is drawn. */
function noteHeight({ note, noted }: Mark): number {
  return (Math.ceil(note.length / 16) + (noted ? 1 : 0)) * 16;
}

function useBeside({ map, root, marks, layout }: Props): Beside {
  const [beside, setBeside] = useState<Beside>({ stripes: [], notes: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `layout` says that lines may have moved
  useLayoutEffect(() => {
    const element = root.current;
    const told = marks.filter(({ claims, note }) => claims.length > 0 || note !== '');
    if (!element || told.length === 0) {
      setBeside((before) => (before.stripes.length + before.notes.length === 0 ? before : { stripes: [], notes: [] }));
      return;
    }
    const box = element.getBoundingClientRect();
    const placed = told.flatMap((mark) => {
      const at = measure(map, box, mark);
      return at ? [{ mark, top: at.top, bottom: at.bottom }] : [];
    });
    placed.sort((a, b) => a.top - b.top);
    setBeside({
      stripes: placed.flatMap(({ mark, top, bottom }) =>
        oncePerEvent(mark.claims).map((claim) => ({ mark, claim, top, bottom })),
      ),
      notes: placed.filter(({ mark }) => mark.note !== ''),
    });
  }, [map, root, marks, layout]);
  return beside;
}

/** A passage may say much about one event: its bar stands once for each stance. */
function oncePerEvent(claims: readonly MarkedClaim[]): MarkedClaim[] {
  const seen = new Set<string>();
  return claims.filter(({ eventId, stance }) => {
    const key = `${eventId} ${stance}`;
    return !seen.has(key) && seen.add(key);
  });
}
