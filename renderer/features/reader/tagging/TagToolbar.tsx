import { Comment, Flash, Link, Tag } from '@blueprintjs/icons';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import type { Codebook, EntityType } from '#shared/domain/codebook.ts';
import type { Placed } from '../surface/measure.ts';
import css from './TagToolbar.module.css';

/** What is being asked for under the toolbar. */
export type TagQuestion = 'entity' | 'evidence' | 'note' | null;

type Props = {
  /** Where the selected passage stands. */
  readonly at: Placed;
  readonly codebook: Codebook;
  readonly question: TagQuestion;
  /** The field of the open event that evidence is given for; null while no event is open: then one is asked for. */
  readonly evidenceFor: string | null;
  readonly onAct: (act: 'entity' | 'event' | 'evidence' | 'note') => void;
  readonly onType: (type: EntityType) => void;
  /** The field that answers the question. */
  readonly children?: ReactNode;
  /** Said under the buttons: that hidden words are among the selected ones. */
  readonly remark: string | null;
};

/** What can be done with the selected passage, right below it; each act with its key. */
export function TagToolbar({ at, codebook, question, evidenceFor, onAct, onType, children, remark }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const place = useRoomFor(box, at, question);
  const act = (name: 'entity' | 'event' | 'evidence' | 'note') => ({ isSmall: true, onClick: () => onAct(name) });
  return (
    <div ref={box} className={css.anchor} dir="ltr" lang="en" style={place}>
      <div className={css.toolbar} role="toolbar" aria-label="Tag selection" data-open={question !== null || undefined}>
        <Keyed command="passage:entity" icon={<Tag size={14} />} isPressed={question === 'entity'} {...act('entity')}>
          Entity
        </Keyed>
        <Keyed command="passage:event" icon={<Flash size={14} />} {...act('event')}>
          Event
        </Keyed>
        <Keyed
          command="passage:evidence"
          icon={<Link size={14} />}
          hint={evidenceFor === null ? 'Evidence of an event that you choose' : `Evidence for ${evidenceFor}`}
          isPressed={question === 'evidence'}
          {...act('evidence')}
        >
          Evidence
        </Keyed>
        <Keyed command="passage:note" icon={<Comment size={14} />} isPressed={question === 'note'} {...act('note')}>
          Note
        </Keyed>
        <span className={css.divide} />
        {codebook.entityTypes
          .filter(({ key }) => key !== null)
          .map((type) => (
            <button
              key={type.id}
              type="button"
              className={css.type}
              aria-label={`${type.key} ${type.name}`}
              data-tip={type.name}
              data-tip-keys={type.key}
              onClick={() => onType(type)}
            >
              <TypeMark look={lookOf(type)} isNamed={false} />
              <span>{type.key}</span>
            </button>
          ))}
      </div>
      {remark && <p className={css.remark}>{remark}</p>}
      {children && <div className={css.question}>{children}</div>}
    </div>
  );
}

type KeyedProps = Omit<Parameters<typeof Button>[0], 'keys' | 'look' | 'showsKeys'> & { readonly command: string };

function Keyed({ command, ...button }: KeyedProps) {
  return <Button {...button} keys={useKeysOf(command)} look="plain" showsKeys />;
}

/** Pixels between the passage and what stands below it. */
const GAP = 6;

/** Below the passage where there is room, else above it; never beyond the sides of the paper. */
function useRoomFor(box: React.RefObject<HTMLElement | null>, at: Placed, question: TagQuestion) {
  const [place, setPlace] = useState({ left: at.first.left, top: at.bottom + GAP });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question makes the box higher
  useLayoutEffect(() => {
    const element = box.current;
    const text = element?.parentElement?.getBoundingClientRect();
    const paper = element?.closest('[aria-label="Article"]')?.getBoundingClientRect();
    if (!element || !text || !paper) return;
    const { width, height } = element.getBoundingClientRect();
    const most = paper.right - text.left - width - GAP;
    const isRoomBelow = text.top + at.bottom + GAP + height <= paper.bottom;
    const isRoomAbove = text.top + at.top - GAP - height >= paper.top;
    setPlace({
      left: Math.max(paper.left - text.left + GAP, Math.min(at.last.left, most)),
      top: isRoomBelow || !isRoomAbove ? at.bottom + GAP : at.top - GAP - height,
    });
  }, [box, at, question]);
  return place;
}
