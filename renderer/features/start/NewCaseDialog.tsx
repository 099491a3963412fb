import { type FormEvent, useId, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Marking } from '#shared/domain/case.ts';
import css from './NewCaseDialog.module.css';

/** What a new case begins with. */
export type NewCase = { readonly name: string; readonly summary: string; readonly marking: Marking | null };

type NewCaseDialogProps = {
  /** Makes the case and opens it. What it throws is shown. */
  readonly onCreate: (made: NewCase) => Promise<void>;
  readonly onClose: () => void;
};

const MARKINGS = [
  { value: '', words: 'None' },
  { value: 'clear', words: 'TLP:CLEAR, may be shared freely' },
  { value: 'green', words: 'TLP:GREEN, for the community' },
  { value: 'amber', words: 'TLP:AMBER, for the organisation and its clients' },
  { value: 'amber+strict', words: 'TLP:AMBER+STRICT, for the organisation' },
  { value: 'red', words: 'TLP:RED, for named persons only' },
] as const satisfies readonly { value: Marking | ''; words: string }[];

/** Asks what a new case is called. */
export function NewCaseDialog({ onCreate, onClose }: NewCaseDialogProps) {
  const form = useId();
  const [name, setName] = useState('');
  const [summary, setSummary] = useState('');
  const [marking, setMarking] = useState<Marking | ''>('');
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setError('A case needs a name.');
    try {
      await onCreate({ name: name.trim(), summary: summary.trim(), marking: marking || null });
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : 'The case could not be made. Nothing was changed.');
    }
  };
  const acts = (
    <>
      <Button look="primary" type="submit" form={form} keys="Enter">
        Create case
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog title="New case" onClose={onClose} foot={acts}>
      <form id={form} className={css.form} onSubmit={submit} noValidate>
        <TextField
          label="Name"
          value={name}
          onChange={(value) => {
            setName(value);
            setError(null);
          }}
          error={error}
          placeholder="Place and time, such as: Marjouna, March 2024"
          autoFocus
          dir="auto"
          maxLength={200}
        />
        <TextField
          label="Question"
          value={summary}
          onChange={setSummary}
          lines={3}
          dir="auto"
          help="What this case is to find out. May stay empty."
        />
        <Select label="Marking" value={marking} lines={MARKINGS} onChange={setMarking} />
      </form>
    </Dialog>
  );
}
