import { type FormEvent, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Seal } from '#renderer/ui/Seal.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import css from './Start.module.css';

type NameScreenProps = {
  /** Keeps the name and goes on. What it throws is shown. */
  readonly onName: (name: string) => Promise<void>;
};

/** The very first start: whose work this is. The name signs every change. */
export function NameScreen({ onName }: NameScreenProps) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setError('A name is needed: colleagues will see who changed what.');
    setSaving(true);
    try {
      await onName(name.trim());
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : 'The name could not be kept.');
      setSaving(false);
    }
  };
  return (
    <div className={css.start}>
      <main className={css.narrow}>
        <header className={css.head}>
          <Seal size={36} />
          <h1>Casewright</h1>
          <p>Before the first case: whose work is this?</p>
        </header>
        <form className={css.nameForm} onSubmit={submit} noValidate>
          <TextField
            label="Your name"
            value={name}
            onChange={(value) => {
              setName(value);
              setError(null);
            }}
            error={error}
            help="It signs every change you make, with a key of this device. A pen name will do; it can be changed later."
            autoFocus
            dir="auto"
            maxLength={120}
          />
          <Button look="primary" type="submit" disabled={isSaving} keys="Enter">
            Begin
          </Button>
        </form>
      </main>
    </div>
  );
}
