import { useEffect, useRef, useState } from 'react';
import { useServices } from '#renderer/services/services.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { EntityNote } from '#shared/domain/entity-note.ts';
import type { CaseId, EntityId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';

/** A pause in typing after which a note is committed. */
const PAUSE_MS = 1000;

type EntityNoteFieldProps = {
  readonly caseId: CaseId;
  readonly entityId: EntityId;
  readonly note: EntityNote | null;
};

/** The analyst's note on an entity, committed after a second's pause and on leaving the field. */
export function EntityNoteField({ caseId, entityId, note }: EntityNoteFieldProps) {
  const { workspace, notices } = useServices();
  const [text, setText] = useState(note?.text ?? '');
  // what the field was filled from, or has written: a change made elsewhere is told apart from the analyst's own by it
  const base = useRef(note);
  const isWriting = useRef(false);
  useEffect(() => {
    const isOwn = (note?.text ?? '') === (base.current?.text ?? '') && note?.id === base.current?.id;
    // what is being typed is kept: on writing it the analyst is told of the other's change
    if (isOwn || isWriting.current || text !== (base.current?.text ?? '')) return;
    base.current = note;
    setText(note?.text ?? '');
  }, [note, text]);
  const write = () => {
    if (isWriting.current || text === (base.current?.text ?? '')) return;
    isWriting.current = true;
    workspace.entityNotes
      .write(caseId, entityId, base.current, text)
      .then(
        (written) => {
          base.current = written;
        },
        (error: unknown) => notices.warn(`The note was not kept. ${toPayload(error).message}`),
      )
      .finally(() => {
        isWriting.current = false;
      });
  };
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => {
    if (text === (base.current?.text ?? '')) return;
    const timer = setTimeout(() => latest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => latest.current(), []);
  return <TextField label="Note" hidesLabel lines={3} value={text} onChange={setText} onBlur={write} dir="auto" />;
}
