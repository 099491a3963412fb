import { useMemo, useRef, useState } from 'react';
import { EntityCombobox } from '#renderer/fields/EntityCombobox.tsx';
import type { EvidenceField } from '#renderer/services/events-editing/event-form.ts';
import type { Mark } from '#renderer/services/reader/mark.ts';
import type { OpenArticle } from '#renderer/services/reader/use-open-article.ts';
import type { EntityIndex } from '#renderer/services/tagging/use-entity-index.ts';
import type { Codebook, EntityType } from '#shared/domain/codebook.ts';
import type { EventId } from '#shared/domain/ids.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { Credit } from './Credit.tsx';
import { MarkCard } from './inspector/MarkCard.tsx';
import { repeatsOf } from './surface/repeats.ts';
import { SurfaceView } from './surface/SurfaceView.tsx';
import { markWords, spokenWords } from './surface/spoken-words.ts';
import { useMeasured } from './surface/use-measured.ts';
import type { Surface } from './surface/use-surface.ts';
import css from './TextView.module.css';
import { EvidencePicker } from './tagging/EvidencePicker.tsx';
import { Handles } from './tagging/Handles.tsx';
import { NoteField } from './tagging/NoteField.tsx';
import { TagToolbar } from './tagging/TagToolbar.tsx';
import type { TagActs } from './tagging/use-tag-acts.ts';
import type { InHand } from './use-in-hand.ts';

/** What is asked about a passage: of the selection, or of a mark that is there already. */
export type Question = {
  readonly kind: 'entity' | 'evidence' | 'note';
  readonly span: TextSpan;
  readonly mark: Mark | null;
};

type Props = {
  readonly open: OpenArticle;
  readonly surface: Surface;
  readonly marks: readonly Mark[];
  readonly inHand: InHand;
  /** The selected passage, whole graphemes; null when nothing is selected. */
  readonly passage: TextSpan | null;
  readonly question: Question | null;
  readonly openEvent: EventId | null;
  readonly evidenceFor: string | null;
  readonly hits: readonly TextSpan[];
  /** The one in hand. */
  readonly currentHit: TextSpan | null;
  readonly codebook: Codebook;
  readonly index: EntityIndex | undefined;
  readonly usual: EntityType;
  readonly acts: TagActs;
  /** Makes a passage evidence of an event that was chosen; of its field, or with null of the event as such. */
  readonly onEvidence: (from: TextSpan | Mark, eventId: EventId, field: EvidenceField | null) => void;
  readonly onBegin: (from: TextSpan | Mark) => void;
  readonly onAct: (act: 'entity' | 'event' | 'evidence' | 'note') => void;
  readonly onType: (type: EntityType) => void;
  readonly onAnswered: (span: TextSpan, type?: EntityType) => void;
  readonly onClose: () => void;
  readonly onMark: (mark: Mark, eventId: EventId | null) => void;
};

/** The article's words with what can be done on them: toolbar, fields, handles, cards. */
export function TextView(props: Props) {
  const { open, surface, marks, inHand, passage, question, openEvent, hits } = props;
  const [spoken, setSpoken] = useState('');
  const told = useRef<readonly Mark[]>([]);
  const [hovered, setHovered] = useState<Mark | null>(null);
  const [resized, setResized] = useState<TextSpan | null>(null);
  const [isDragging, setDragging] = useState(false);
  const { title, byline } = open.article;
  const repeats = useMemo(() => repeatsOf(surface.laid, { title, byline }), [surface.laid, title, byline]);
  const active = resized ?? hovered ?? inHand.mark;
  const about = question?.span ?? (isDragging ? null : passage);
  return (
    <div
      className={css.view}
      id="reader-view"
      role="tabpanel"
      aria-labelledby="view-text"
      onPointerDown={({ target }) => setDragging(target instanceof Element && target.closest('[data-words]') !== null)}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
    >
      <SurfaceView
        surface={surface}
        marks={marks}
        openEvent={openEvent}
        active={active}
        hits={hits}
        currentHit={props.currentHit}
        language={open.article.language}
        direction={directionOf(surface)}
        head={<Credit open={open} repeats={repeats} />}
        headline={repeats.title?.start ?? null}
        onMove={(move, to) => {
          const here = to.anchor === to.focus ? marksOver(marks, to.focus) : [];
          setSpoken(spokenWords(surface.laid.text, move, to, here, told.current));
          told.current = here;
        }}
        onMark={props.onMark}
        onHover={([mark]) => setHovered(mark ?? null)}
        over={
          <>
            {inHand.mark && !question && !passage && (
              <Handles
                surface={surface}
                span={resized ?? inHand.mark}
                onPreview={setResized}
                onResize={(span) => inHand.mark && props.acts.resize(inHand.mark, span)}
              />
            )}
            {about && <Tools {...props} about={about} />}
            {hovered && !about && (
              <HoverCard surface={surface} mark={hovered} caseId={props.open.caseArticle?.caseId} />
            )}
          </>
        }
      />
      <p className="unseen" role="status" aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}

function marksOver(marks: readonly Mark[], at: number): Mark[] {
  return marks.filter(({ start, end }) => start <= at && at < end);
}

/** An article runs as most of its words do. */
function directionOf({ laid: { blocks } }: Surface): 'ltr' | 'rtl' {
  const length = (wanted: 'ltr' | 'rtl') =>
    blocks.reduce((sum, { direction, start, end }) => sum + (direction === wanted ? end - start : 0), 0);
  return length('rtl') > length('ltr') ? 'rtl' : 'ltr';
}

/** That folded passages are selected too; null when none is. */
function hiddenWords(count: number): string | null {
  if (count === 0) return null;
  return `${count === 1 ? '1 hidden passage is' : `${count} hidden passages are`} among the selected words`;
}

function Tools(props: Props & { readonly about: TextSpan }) {
  const { surface, about, question, codebook, index, usual, acts, onAnswered, onClose } = props;
  const { map, laid } = surface;
  const at = useMeasured(surface, about);
  if (!at) return null;
  const words = laid.text.slice(about.start, about.end);
  const hidden = laid.folds.filter(({ start, end }) => start < about.end && end > about.start && !map.isShown(start));
  return (
    <TagToolbar
      at={at}
      codebook={codebook}
      question={question?.kind ?? null}
      evidenceFor={props.evidenceFor}
      onAct={props.onAct}
      onType={props.onType}
      remark={hiddenWords(hidden.length)}
    >
      {question?.kind === 'entity' ? (
        <EntityCombobox
          key={about.start}
          label="Link to entity"
          hidesLabel
          isInline
          autoFocus
          initial={words.replace(/\s+/g, ' ')}
          index={index}
          codebook={codebook}
          usual={usual}
          onLink={(entity) => {
            if (question.mark) acts.relink(question.mark, entity, false);
            else acts.link(about, entity);
            onAnswered(about);
          }}
          onCreate={(name, type) => {
            if (question.mark) acts.relinkNew(question.mark, name, type);
            else acts.create(about, name, type);
            onAnswered(about, type);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            onClose();
          }}
        />
      ) : question?.kind === 'evidence' && props.open.caseArticle ? (
        <EvidencePicker
          caseId={props.open.caseArticle.caseId}
          onChoose={(eventId, field) => props.onEvidence(question.mark ?? about, eventId, field)}
          onBegin={() => props.onBegin(question.mark ?? about)}
          onClose={onClose}
        />
      ) : question?.kind === 'note' ? (
        <NoteField
          initial={question.mark?.note ?? ''}
          onClose={onClose}
          onSave={(note) => {
            if (question.mark) acts.changeNote(question.mark, note);
            else acts.note(about, note);
            onAnswered(about);
          }}
        />
      ) : null}
    </TagToolbar>
  );
}

/** Pixels between a mark and its card. */
const GAP = 6;

function HoverCard({
  surface,
  mark,
  caseId,
}: {
  surface: Surface;
  mark: Mark;
  caseId: Parameters<typeof MarkCard>[0]['caseId'] | undefined;
}) {
  const at = useMeasured(surface, mark);
  if (!at || !caseId) return null;
  return (
    <div
      className={css.card}
      dir="ltr"
      lang="en"
      aria-hidden="true"
      style={{ left: at.first.left, top: at.bottom + GAP }}
    >
      <span className="unseen">{markWords(mark)}</span>
      <MarkCard caseId={caseId} mark={mark} />
    </div>
  );
}
