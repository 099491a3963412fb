import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { TextField } from '#renderer/ui/TextField.tsx';
import { toPayload } from '#shared/kernel/app-error.ts';

type Props = {
  readonly label: string;
  /** What is stored, as words. */
  readonly value: string;
  /** Stores what was typed; throws what is wrong with it in words. */
  readonly onKeep: (value: string) => Promise<void>;
  /** Where the value came from. */
  readonly from?: ReactNode;
  readonly lines?: number;
  readonly dir?: 'auto' | 'ltr';
  readonly placeholder?: string;
};

/** A field that stores itself when it is left, or on `Enter`; `Esc` puts back what is stored. */
export function EditedField({ label, value, onKeep, from, lines = 1, dir = 'auto', placeholder }: Props) {
  const [typed, setTyped] = useState(value);
  /** What was stored when typing began. */
  const [base, setBase] = useState(value);
  const [error, setError] = useState<string | null>(null);
  if (base !== value && typed === base) {
    setBase(value);
    setTyped(value);
  }
  const keep = async () => {
    if (typed === base) return;
    if (base !== value) {
      // Another window has written meanwhile: nothing is overwritten unseen.
      setBase(value);
      setError(`Changed meanwhile to “${value}”. Enter puts yours in its place, Esc lets it go.`);
      return;
    }
    try {
      await onKeep(typed);
      setBase(typed);
      setError(null);
    } catch (failure) {
      setError(toPayload(failure).message);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && typed !== base) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(value);
      setBase(value);
      setError(null);
    } else if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void keep();
    }
  };
  return (
    <TextField
      label={label}
      value={typed}
      onChange={setTyped}
      onBlur={() => void keep()}
      onKeyDown={onKeyDown}
      error={error ?? undefined}
      help={from}
      lines={lines}
      dir={dir}
      {...(placeholder ? { placeholder } : {})}
    />
  );
}
