import { type KeyboardEvent, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import css from './NoteField.module.css';

type Props = {
  readonly initial?: string;
  readonly onSave: (note: string) => void;
  readonly onClose: () => void;
};

/** A note on a passage; `Ctrl+Enter` keeps it, `Esc` lets it go. */
export function NoteField({ initial = '', onSave, onClose }: Props) {
  const [note, setNote] = useState(initial);
  const save = () => (note.trim() === initial.trim() ? onClose() : onSave(note.trim()));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <div className={css.note}>
      <TextField label="Note" value={note} onChange={setNote} lines={3} autoFocus onKeyDown={onKeyDown} dir="auto" />
      <span className={css.acts}>
        <Button look="primary" isSmall keys="Mod+Enter" showsKeys disabled={note.trim() === ''} onClick={save}>
          Keep note
        </Button>
        <Button isSmall look="plain" keys="Escape" onClick={onClose}>
          Cancel
        </Button>
      </span>
    </div>
  );
}
