import { type FormEvent, useId, useState } from 'react';
import { type PastedText, type PasteFaults, pasteFaults } from '#renderer/services/import/pasted-text.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import css from './Import.module.css';

type PasteDialogProps = {
  readonly onPaste: (pasted: PastedText) => void;
  readonly onClose: () => void;
};

const NOTHING: PastedText = { title: '', text: '', address: '', publisher: '', published: '' };

/** Takes in text from the clipboard as an article of its own, with what is known of where it stood. */
export function PasteDialog({ onPaste, onClose }: PasteDialogProps) {
  const form = useId();
  const [pasted, setPasted] = useState(NOTHING);
  const [faults, setFaults] = useState<PasteFaults>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = pasteFaults(pasted);
    setFaults(found);
    if (Object.keys(found).length === 0) onPaste({ ...pasted, title: pasted.title.trim() });
  };
  const field = (name: keyof PastedText) => ({
    value: pasted[name],
    error: faults[name],
    dir: 'auto' as const,
    onChange: (value: string) => {
      setPasted({ ...pasted, [name]: value });
      setFaults({ ...faults, [name]: undefined });
    },
  });
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
        <TextField label="Title" {...field('title')} help="Left empty, the first line of the text is the title." />
        <TextField label="Text" {...field('text')} lines={10} autoFocus />
        <TextField label="Address" {...field('address')} placeholder="https://" />
        <div className={css.pair}>
          <TextField label="Publisher" {...field('publisher')} />
          <TextField label="Published" {...field('published')} placeholder="10 November 2019, Nov 2019 …" />
        </div>
      </form>
    </Dialog>
  );
}
