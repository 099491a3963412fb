import { useMemo } from 'react';
import type { Mark } from '#renderer/services/reader/mark.ts';
import type { Wanted } from '#renderer/services/reader/reader-route.ts';
import { useMarks } from '#renderer/services/reader/use-marks.ts';
import { useNoteAuthors } from '#renderer/services/reader/use-note-authors.ts';
import type { ArticleWords, OpenArticle } from '#renderer/services/reader/use-open-article.ts';
import { type EntityIndex, useEntityIndex } from '#renderer/services/tagging/use-entity-index.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import type { EventSession } from './event/event-session.ts';
import { evidenceMarks } from './event/evidence-marks.ts';
import { findQuery } from './surface/find-words.ts';
import { passageOf } from './surface/text-selection.ts';
import { type Surface, useSurface } from './surface/use-surface.ts';
import { type TagActs, useTagActs } from './tagging/use-tag-acts.ts';
import { type InHand, useInHand } from './use-in-hand.ts';
import { useWanted } from './use-wanted.ts';

/** The passages of the open article: marked, selected, looked for, in hand. */
export type Passages = {
  readonly surface: Surface;
  /** In order of the text; what will be stored with the event in hand is among them. */
  readonly marks: readonly Mark[];
  readonly inHand: InHand;
  /** The selected passage, whole graphemes; null when nothing is selected. */
  readonly passage: TextSpan | null;
  readonly hits: readonly TextSpan[];
  readonly acts: TagActs;
  readonly index: EntityIndex | undefined;
};

type Given = {
  readonly caseId: CaseId;
  readonly open: OpenArticle;
  readonly words: ArticleWords;
  readonly codebook: Codebook;
  readonly wanted: Wanted;
  readonly session: EventSession | null;
  /** False while the original stands in place of the words. */
  readonly isShown: boolean;
};

const NO_MARKS: readonly Mark[] = [];
const NO_HITS: readonly TextSpan[] = [];

/** Keeps the passages of an article and what can be done with them. */
export function usePassages({ caseId, open: { article }, words, codebook, wanted, session, isShown }: Given): Passages {
  const surface = useSurface(words, isShown);
  const stored = useMarks(caseId, article.id, words.textId);
  const index = useEntityIndex();
  const known = useNoteAuthors(caseId, stored.marks ?? NO_MARKS);
  const marks = useMemo(() => {
    const pending = evidenceMarks(session, article.id);
    return pending.length === 0 ? known : [...known, ...pending].sort((a, b) => a.start - b.start || b.end - a.end);
  }, [known, session, article.id]);
  const inHand = useInHand(surface, marks);
  const { selection, reveal } = surface;
  const passage = useMemo(() => selection && passageOf(words.text, selection), [selection, words.text]);
  const tagged = useMemo(
    () => ({ caseId, articleId: article.id, textId: words.textId, text: words.text }),
    [caseId, article.id, words],
  );
  const acts = useTagActs(tagged, stored.expect, codebook, index);
  const hits = useMemo(() => (wanted.find ? findQuery(words.text, wanted.find) : NO_HITS), [wanted.find, words.text]);
  useWanted(wanted, stored.marks, hits, reveal);
  return { surface, marks, inHand, passage, hits, acts, index };
}
