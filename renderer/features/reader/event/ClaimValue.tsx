import { type KeyboardEvent, useRef, useState } from 'react';
import { readValue, type ValuedField, valueWords } from '#renderer/services/events-editing/claim-value.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { ReadValue } from '#shared/domain/claim.ts';
import css from './EventForm.module.css';

type ClaimValueProps = {
  readonly field: ValuedField;
  readonly read: ReadValue;
  readonly onChange: (read: ReadValue) => void;
};

const ASKED: Readonly<Record<'when' | 'placeId' | 'count', string>> = {
  when: 'which date?',
  placeId: 'which place?',
  count: 'how many?',
};

/** The value that a passage states for a field, apart from what the event is taken to be: written by `Enter`, left by `Esc`. */
export function ClaimValue({ field, read, onChange }: ClaimValueProps) {
  const words = valueWords(field, read);
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setTyped(null);
    setFault(null);
  };
  /** @returns whether the field is closed */
  const keep = (): boolean => {
    if (typed === null) return true;
    const value = typed.trim() === words ? null : readValue(field, typed);
    if (value && 'fault' in value) {
      setFault(value.fault);
      return false;
    }
    if (value) onChange(value.read);
    leave();
    return true;
  };
  const backToLine = () => requestAnimationFrame(() => button.current?.focus());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      leave();
      backToLine();
    } else if (event.key === 'Enter') {
      if (keep()) backToLine();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (typed === null) {
    const asked = ASKED[field === 'when' || field === 'placeId' ? field : 'count'];
    return (
      <button
        ref={button}
        type="button"
        className={css.stated}
        aria-label={words === '' ? `It states: ${asked}` : `It states ${words}`}
        data-tip="What this passage states"
        onClick={() => setTyped(words)}
      >
        {words === '' ? <span className={css.outlet}>{asked}</span> : <bdi className="cut">{words}</bdi>}
      </button>
    );
  }
  return (
    <TextField
      label="It states"
      hidesLabel
      autoFocus
      value={typed}
      onChange={(text) => {
        setTyped(text);
        setFault(null);
      }}
      onBlur={() => keep()}
      onKeyDown={onKeyDown}
      error={fault ?? undefined}
      dir="auto"
    />
  );
}
