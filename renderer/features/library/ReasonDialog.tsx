import { type FormEvent, useId, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

type ReasonDialogProps = {
  readonly title: string;
  readonly words: string;
  readonly act: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
};

/** Asks why: a judgement without a reason convinces nobody. */
export function ReasonDialog({ title, words, act, onReason, onClose }: ReasonDialogProps) {
  const form = useId();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setError('Say why: the reason stays with the judgement.');
    onReason(reason.trim());
    onClose();
  };
  const acts = (
    <>
      <Button look="primary" type="submit" form={form}>
        {act}
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} foot={acts} width={460}>
      <form id={form} onSubmit={submit} noValidate>
        <p>{words}</p>
        <TextField
          label="Reason"
          value={reason}
          onChange={(value) => {
            setReason(value);
            setError(null);
          }}
          error={error}
          dir="auto"
          autoFocus
        />
      </form>
    </Dialog>
  );
}
