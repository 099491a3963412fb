import { Comment } from '@blueprintjs/icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Mark } from '#renderer/services/reader/mark.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { StanceShape } from '#renderer/ui/Shapes.tsx';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import { STANCE_FORMS } from '../stances.ts';
import css from './HighlightList.module.css';

type Props = {
  /** In order of the text. */
  readonly marks: readonly Mark[];
  /** The one in hand. */
  readonly current: Mark | null;
  /** The paragraph in which a passage begins, from 1. */
  readonly paragraphOf: (mark: Mark) => number;
  readonly onChoose: (mark: Mark) => void;
};

const ROW = 30;

/**
 * Every marked passage in order of the text, with what it is: painted marks do not exist for a screen reader, this list does.
 */
export function HighlightList({ marks, current, paragraphOf, onChoose }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 20,
  });
  const at = current ? marks.findIndex(({ id }) => id === current.id) : -1;
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  if (marks.length === 0) {
    return (
      <Empty icon={<Comment size={20} />} title="No marks in this article yet">
        Select words with the mouse, or with Shift and the arrow keys; then press e, v, n or a number.
      </Empty>
    );
  }
  return (
    <section ref={scroller} className={`${css.list} scroll`} aria-label="Highlights in order of the text">
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const mark = marks[index];
          return (
            mark && (
              <li
                key={mark.id}
                className={css.row}
                style={{ transform: `translateY(${start}px)`, height: ROW }}
                aria-setsize={marks.length}
                aria-posinset={index + 1}
              >
                <button type="button" aria-current={index === at || undefined} onClick={() => onChoose(mark)}>
                  <span className={css.icon}>
                    <MarkSign mark={mark} />
                  </span>
                  <bdi className={`cut ${css.words}`}>{mark.note && !isLinked(mark) ? mark.note : mark.quote}</bdi>
                  <small className="tab">
                    {nameBeside(mark)}
                    {eventsOf(mark)} <span className="unseen">paragraph</span>
                    <span aria-hidden="true">¶</span> {paragraphOf(mark)}
                  </small>
                </button>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

/** What a mark is, by shape, with a name for who hears the list. */
export function MarkSign({ mark }: { readonly mark: Mark }) {
  const [entity] = mark.entities;
  const [claim] = mark.claims;
  if (entity) return <TypeMark look={lookOf({ ...entity, name: entity.typeName })} />;
  if (claim) return <StanceShape form={STANCE_FORMS[claim.stance]} size={10} label={claim.stance} />;
  return (
    <>
      <Comment size={12} />
      <span className="unseen">Note </span>
    </>
  );
}

function isLinked({ entities, claims }: Mark): boolean {
  return entities.length + claims.length > 0;
}

/** The entity's main name, where the passage calls it otherwise. */
function nameBeside({ entities, quote }: Mark) {
  const [entity] = entities;
  return entity && entity.name !== quote ? <bdi className={css.name}>{entity.name} </bdi> : null;
}

function eventsOf({ claims }: Mark): string {
  return [...new Set(claims.map(({ eventLabel }) => eventLabel))].join(' ');
}
