import type { ArticleWords } from '#renderer/services/reader/use-open-article.ts';
import { useRoute } from '#renderer/services/route.tsx';
import type { ArticleStatus } from '#shared/domain/case-article.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import type { EventActs } from './event/use-event-session.ts';
import type { InspectorTab } from './inspector/Inspector.tsx';
import { resizeSpan } from './tagging/resize-span.ts';
import type { Asking } from './use-asking.ts';
import type { Passages } from './use-passages.ts';
import { useReaderCommands } from './use-reader-commands.ts';

type Given = {
  readonly codebook: Codebook;
  readonly words: ArticleWords;
  readonly passages: Passages;
  readonly asking: Asking;
  readonly eventActs: EventActs;
  readonly hasEvent: boolean;
  readonly setStatus: ((status: ArticleStatus) => void) | null;
  readonly toggleOriginal: () => void;
  readonly find: () => void;
  readonly onTab: (tab: InspectorTab) => void;
};

/** Ties the reader's keys to what is selected and in hand. */
export function useDeskKeys(given: Given): void {
  const { codebook, words, passages, asking, eventActs, hasEvent } = given;
  const { passage, inHand, surface, acts } = passages;
  const { go } = useRoute();
  const mark = inHand.mark?.isPending ? null : inHand.mark;
  const from = passage ?? mark;
  const block = words.blocks.findLast(({ start }) => start <= (mark?.start ?? 0));
  useReaderCommands(codebook, {
    entity: asking.askHere('entity'),
    event: from && (() => asking.beginEvent(from)),
    evidence: from && hasEvent ? () => asking.addEvidence(from) : asking.askHere('evidence'),
    evidenceOf: asking.askHere('evidence'),
    stance: inHand.mark && inHand.mark.claims.length > 0 ? () => inHand.mark && asking.turnStance(inHand.mark) : null,
    note: asking.askHere('note'),
    tagAs: passage && ((type) => asking.tagAs(passage, type)),
    cite: passage || inHand.mark ? asking.cite : null,
    remove: mark && (() => asking.remove(mark)),
    resize:
      mark &&
      ((resize) => {
        const span = resizeSpan(words.text, mark, resize);
        if (span) acts.resize(mark, span);
      }),
    isRightToLeft: block?.direction === 'rtl',
    walk(step) {
      const next = inHand.beside(step);
      if (next) inHand.take(next);
    },
    setStatus: given.setStatus,
    leave() {
      const { selection } = surface;
      if (asking.question) asking.ask(null);
      else if (isInInspector()) asking.toText();
      else if (selection && passage) surface.select({ anchor: selection.focus, focus: selection.focus });
      else go({ place: 'library' });
    },
    reopenEvent() {
      given.onTab('events');
      eventActs.reopen();
    },
    toTab(tab) {
      given.onTab(tab);
      document.querySelector<HTMLElement>(`[data-area="Inspector"] [role="tab"][data-tab-id="${tab}"]`)?.focus();
    },
    toggleOriginal: given.toggleOriginal,
    find: given.find,
    toHeading(step) {
      const at = surface.selection?.focus ?? -1;
      const isHidden = ({ start, end }: TextSpan) => words.folds.some((fold) => fold.start < end && fold.end > start);
      const headings = words.blocks.filter((block) => block.kind === 'heading' && !isHidden(block));
      const next = step === 1 ? headings.find(({ start }) => start > at) : headings.findLast(({ start }) => start < at);
      if (next) surface.reveal(next);
    },
  });
}

/** Whether the keys go to the inspector. */
function isInInspector(): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement.closest('[data-area="Inspector"]') !== null;
}
