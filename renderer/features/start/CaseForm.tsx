import { type FormEvent, useState } from 'react';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TLP_WORDS } from '#renderer/ui/tlp-words.ts';
import type { Marking } from '#shared/domain/case.ts';
import css from './NewCaseDialog.module.css';

/** What is said of a case. */
export type CaseWords = { readonly name: string; readonly summary: string; readonly marking: Marking | null };

type CaseFormProps = {
  /** The element's id, for the button that stands outside of it. */
  readonly id: string;
  readonly initial: CaseWords;
  /** Keeps what was said. What it throws is shown. */
  readonly onSubmit: (said: CaseWords) => Promise<void>;
};

const MARKINGS = [
  { value: '', words: 'None' },
  { value: 'clear', words: `TLP:CLEAR, ${TLP_WORDS.clear}` },
  { value: 'green', words: `TLP:GREEN, ${TLP_WORDS.green}` },
  { value: 'amber', words: `TLP:AMBER, ${TLP_WORDS.amber}` },
  { value: 'amber+strict', words: `TLP:AMBER+STRICT, ${TLP_WORDS['amber+strict']}` },
  { value: 'red', words: `TLP:RED, ${TLP_WORDS.red}` },
] as const satisfies readonly { value: Marking | ''; words: string }[];

/** The fields of a case: how it is called, what it is to find out, who may see it. */
export function CaseForm({ id, initial, onSubmit }: CaseFormProps) {
  const [name, setName] = useState(initial.name);
  const [summary, setSummary] = useState(initial.summary);
  const [marking, setMarking] = useState<Marking | ''>(initial.marking ?? '');
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setError('A case needs a name.');
    try {
      await onSubmit({ name: name.trim(), summary: summary.trim(), marking: marking || null });
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : 'This could not be saved. Nothing was changed.');
    }
  };
  return (
    <form id={id} className={css.form} onSubmit={submit} noValidate>
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
  );
}
