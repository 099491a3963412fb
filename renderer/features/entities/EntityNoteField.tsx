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
  const stored = useRef(note?.text ?? '');
  useEffect(() => {
    // changed elsewhere: undone, or in another window
    if ((note?.text ?? '') === stored.current) return;
    stored.current = note?.text ?? '';
    setText(stored.current);
  }, [note]);
  const id = note?.id ?? null;
  const write = () => {
    if (text === stored.current) return;
    stored.current = text;
    workspace.entityNotes
      .write(caseId, entityId, id, text)
      .catch((error: unknown) => notices.warn(toPayload(error).message));
  };
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => {
    if (text === stored.current) return;
    const timer = setTimeout(() => latest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => latest.current(), []);
  return <TextField label="Note" hidesLabel lines={3} value={text} onChange={setText} onBlur={write} dir="auto" />;
}
