import { HTMLSelect } from '@blueprintjs/core';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import css from './Field.module.css';

/** One line of a select. */
export type SelectLine<Value extends string> = { readonly value: Value; readonly words: string };

type SelectProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly lines: readonly SelectLine<Value>[];
  readonly onChange: (value: Value) => void;
  /** The label is the accessible name alone, and not drawn. */
  readonly hidesLabel?: boolean;
  /** The label stands before the field, not over it. */
  readonly isBeside?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
};

/** One of a few values, by the system's own list. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, lines, onChange, hidesLabel, isBeside, disabled, className } = props;
  const id = useId();
  const choose = (wanted: string) => {
    const line = lines.find((one) => one.value === wanted);
    if (line) onChange(line.value);
  };
  return (
    <div className={classNames(isBeside ? css.beside : css.field, className)}>
      {!hidesLabel && (
        <label className={css.label} htmlFor={id}>
          {label}
        </label>
      )}
      <HTMLSelect
        id={id}
        value={value}
        {...(hidesLabel ? { 'aria-label': label } : {})}
        {...(disabled ? { disabled } : {})}
        onChange={(event) => choose(event.target.value)}
        options={lines.map((line) => ({ value: line.value, label: line.words }))}
      />
    </div>
  );
}
