import { useMemo } from 'react';
import type { Mark } from '#renderer/services/reader/mark.ts';
import { markedEntity } from '#renderer/services/reader/read-marks.ts';
import type { Marks } from '#renderer/services/reader/use-marks.ts';
import { useServices } from '#renderer/services/services.ts';
import { type TaggedText, Tagging } from '#renderer/services/tagging/tagging.ts';
import { type EntityIndex, findEntities } from '#renderer/services/tagging/use-entity-index.ts';
import type { Codebook, EntityType } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { Highlight } from '#shared/domain/highlight.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';

/** What can be done with passages. What fails is said in words; what is done shows at once. */
export type TagActs = {
  readonly mark: (span: TextSpan) => Highlight;
  readonly link: (span: TextSpan, entity: Entity) => void;
  readonly create: (span: TextSpan, name: string, type: EntityType) => void;
  /** Tags as a type: a known entity of that name and type, else a new one. */
  readonly tagAs: (span: TextSpan, type: EntityType) => void;
  readonly note: (span: TextSpan, note: string) => void;
  readonly changeNote: (mark: Mark, note: string) => void;
  readonly relink: (mark: Mark, entity: Entity, isNew: boolean) => void;
  readonly relinkNew: (mark: Mark, name: string, type: EntityType) => void;
  readonly resize: (mark: Mark, span: TextSpan) => void;
  readonly remove: (mark: Mark) => void;
};

/** The acts on passages of one text. */
export function useTagActs(
  text: TaggedText,
  expect: Marks['expect'],
  codebook: Codebook,
  index: EntityIndex | undefined,
): TagActs {
  const { workspace, notices, underWay } = useServices();
  return useMemo(() => {
    const tagging = new Tagging(workspace);
    const warn = (error: unknown) => notices.warn(toPayload(error).message);
    const show = (highlight: Highlight, entity: { name: string; type: string } | null, stored: Promise<unknown>) => {
      expect(pendingMark(highlight, entity && markedEntity({ id: null, ...entity }, null, codebook)), stored);
      underWay.add(stored);
      stored.catch(warn);
    };
    const acts: TagActs = {
      mark: (span) => tagging.mark(text, span),
      link(span, { id, name, type }) {
        const highlight = tagging.mark(text, span);
        show(highlight, { name, type }, tagging.link(highlight, id));
      },
      create(span, name, type) {
        const highlight = tagging.mark(text, span);
        show(highlight, { name, type: type.id }, tagging.create(highlight, name, type));
      },
      tagAs(span, type) {
        const name = text.text.slice(span.start, span.end).replace(/\s+/g, ' ');
        const known =
          index && findEntities(index, name).find(({ how, entity }) => how === 'same' && entity.type === type.id);
        if (known) acts.link(span, known.entity);
        else acts.create(span, name, type);
      },
      note(span, note) {
        const highlight = tagging.mark(text, span, note);
        show(highlight, null, tagging.note(highlight));
      },
      changeNote: (mark, note) => void tagging.changeNote(text.caseId, mark.id, mark.note, note).catch(warn),
      relink(mark, entity, isNew) {
        const [linked] = mark.entities;
        if (!linked?.mentionId || !linked.entityId) return;
        const from = { mentionId: linked.mentionId, before: linked.entityId };
        tagging.relink(text.caseId, from, entity, isNew).catch(warn);
      },
      relinkNew: (mark, name, type) => acts.relink(mark, workspace.entities.draft(name, type, 'passage'), true),
      resize: (mark, span) => void tagging.resize(text, mark, span).catch(warn),
      remove: (mark) =>
        void tagging
          .remove(text.caseId, mark)
          .then(() => notices.done(`Removed the mark on “${short(mark.quote)}”`), warn),
    };
    return acts;
  }, [workspace, notices, underWay, text, expect, codebook, index]);
}

/** A mark as it is drawn before the store has it. */
export function pendingMark({ id, made, note }: Highlight, entity: Mark['entities'][number] | null): Mark {
  const { start, end, quote } = made;
  return { id, start, end, quote, entities: entity ? [entity] : [], claims: [], note, isPending: true };
}

function short(quote: string): string {
  const characters = Array.from(quote);
  return characters.length <= 40 ? quote : `${characters.slice(0, 39).join('')}…`;
}
