import { type FormEvent, useId, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import css from './Import.module.css';

type PasteDialogProps = {
  readonly onPaste: (title: string, text: string) => void;
  readonly onClose: () => void;
};

/** Takes in text from the clipboard as an article of its own. */
export function PasteDialog({ onPaste, onClose }: PasteDialogProps) {
  const form = useId();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return setError('There is no text yet. Paste it here with Ctrl+V.');
    onPaste(title.trim(), text);
  };
  const acts = (
    <>
      <Button look="primary" type="submit" form={form}>
        Import this text
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog title="Paste text" onClose={onClose} foot={acts} width={620}>
      <form id={form} className={css.paste} onSubmit={submit} noValidate>
        <TextField
          label="Title"
          value={title}
          onChange={setTitle}
          help="Left empty, the first line of the text is the title."
          dir="auto"
        />
        <TextField
          label="Text"
          value={text}
          onChange={(value) => {
            setText(value);
            setError(null);
          }}
          error={error}
          lines={14}
          dir="auto"
          autoFocus
        />
      </form>
    </Dialog>
  );
}
