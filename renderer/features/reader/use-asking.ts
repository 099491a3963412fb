import { useState } from 'react';
import { copyWords } from '#renderer/services/copy-words.ts';
import type { EvidenceField } from '#renderer/services/events-editing/event-form.ts';
import { citationOf } from '#renderer/services/reader/citation.ts';
import type { Mark } from '#renderer/services/reader/mark.ts';
import type { OpenArticle } from '#renderer/services/reader/use-open-article.ts';
import { useServices } from '#renderer/services/services.ts';
import { useRemembered } from '#renderer/ui/memory.tsx';
import type { Codebook, EntityType } from '#shared/domain/codebook.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { AppError, toPayload } from '#shared/kernel/app-error.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import type { EventActs } from './event/use-event-session.ts';
import type { InspectorTab } from './inspector/Inspector.tsx';
import type { Question } from './TextView.tsx';
import type { Passages } from './use-passages.ts';

/** What is asked about a passage, and what is done once it is answered. */
export type Asking = {
  readonly question: Question | null;
  /** The type that `Ctrl+Enter` creates: the last one that was. */
  readonly usual: EntityType | undefined;
  readonly ask: (question: Question | null) => void;
  /** Asks of the selection, else of the mark in hand; null when there is neither. */
  readonly askHere: (kind: Question['kind']) => (() => void) | null;
  readonly askAbout: (kind: Question['kind'], mark: Mark) => void;
  readonly tagAs: (span: TextSpan, type: EntityType) => void;
  readonly answered: (span: TextSpan, type?: EntityType) => void;
  /** From a selection, or from a mark that is there already. */
  readonly beginEvent: (from: TextSpan | Mark) => void;
  readonly addEvidence: (from: TextSpan | Mark) => void;
  /** @param field - null for the event as such */
  readonly addEvidenceOf: (from: TextSpan | Mark, id: EventId, field: EvidenceField | null) => void;
  /** Says of a mark that it denies what it asserted; after that that it only mentions it. */
  readonly turnStance: (mark: Mark) => void;
  readonly openEvent: (id: EventId) => void;
  readonly remove: (mark: Mark) => void;
  readonly cite: () => void;
  readonly toText: () => void;
};

type Given = {
  readonly open: OpenArticle;
  readonly text: string;
  readonly codebook: Codebook;
  readonly passages: Passages;
  readonly eventActs: EventActs;
  readonly onTab: (tab: InspectorTab) => void;
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** Keeps the question that is open, and leads from passages to entities, events, notes and the clipboard. */
export function useAsking({ open, text, codebook, passages, eventActs, onTab }: Given): Asking {
  const { surface, passage, inHand, acts } = passages;
  const { notices, workspace } = useServices();
  const [question, ask] = useState<Question | null>(null);
  const [lastType, setLastType] = useRemembered('reader.type', codebook.entityTypes[0]?.id ?? '', isText);
  const toText = () => surface.scroller.current?.focus({ preventScroll: true });
  const askAbout = (kind: Question['kind'], mark: Mark) =>
    ask({ kind, span: { start: mark.start, end: mark.end }, mark });
  const answered = (span: TextSpan, type?: EntityType) => {
    if (type) setLastType(type.id);
    ask(null);
    surface.select({ anchor: span.end, focus: span.end });
    toText();
  };
  const warn = (error: unknown) => notices.warn(toPayload(error).message);
  /** Hands over the mark that is there, or a new one; the event form says which it was. */
  const withMark = async (from: TextSpan | Mark, take: EventActs['begin']) => {
    if (!('id' in from)) return take(acts.mark(from));
    const row = await workspace.highlights.get(from.id);
    if (!row) throw new AppError('not-found', 'This passage is no longer marked.');
    return take(row, true);
  };
  return {
    question,
    usual: codebook.entityTypes.find(({ id }) => id === lastType) ?? codebook.entityTypes[0],
    ask,
    askAbout,
    answered,
    toText,
    askHere(kind) {
      if (passage) return () => ask({ kind, span: passage, mark: null });
      const { mark } = inHand;
      const canAsk = mark && !mark.isPending && (kind !== 'entity' || mark.entities.length > 0);
      return canAsk ? () => askAbout(kind, mark) : null;
    },
    tagAs(span, type) {
      acts.tagAs(span, type);
      answered(span, type);
    },
    beginEvent(from) {
      onTab('events');
      withMark(from, eventActs.begin)
        .then(() => focusSoon('form[aria-label="Event"] select'))
        .catch(warn);
      answered(from);
    },
    addEvidence(from) {
      withMark(from, eventActs.addEvidence).catch(warn);
      onTab('events');
      answered(from);
    },
    addEvidenceOf(from, id, field) {
      withMark(from, (highlight, isStored) => eventActs.addTo(id, field, highlight, isStored)).catch(warn);
      onTab('events');
      answered(from);
    },
    turnStance(mark) {
      eventActs.turnStance(mark).catch(warn);
    },
    openEvent(id) {
      onTab('events');
      eventActs.open(id).catch(warn);
    },
    remove(mark) {
      acts.remove(mark);
      toText();
    },
    cite() {
      const cited = passage ?? inHand.mark;
      if (!cited) return;
      void copyWords(citationOf(open, text.slice(cited.start, cited.end))).then((isCopied) =>
        isCopied ? notices.tell('Copied with its source') : notices.warn('The clipboard did not take the citation.'),
      );
    },
  };
}

/** Frames for which a part that is to take the focus is waited for: two seconds, on a busy machine more. */
const FRAMES = 120;

/** Puts the focus where it is wanted once what is to take it has been drawn, unless it was moved elsewhere meanwhile. */
function focusSoon(selector: string): void {
  const before = document.activeElement;
  const look = (frames: number) => {
    if (document.activeElement !== before) return;
    const wanted = document.querySelector<HTMLElement>(selector);
    if (wanted) wanted.focus();
    else if (frames > 0) requestAnimationFrame(() => look(frames - 1));
  };
  requestAnimationFrame(() => look(FRAMES));
}
