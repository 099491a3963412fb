import { InputGroup, TextArea } from '@blueprintjs/core';
import { Error as ErrorIcon } from '@blueprintjs/icons';
import { type KeyboardEvent, type ReactElement, type ReactNode, type Ref, useId } from 'react';
import { classNames } from './class-names.ts';
import css from './Field.module.css';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The label is the accessible name alone, and not drawn. */
  readonly hidesLabel?: boolean;
  readonly icon?: ReactElement;
  readonly placeholder?: string;
  /** What is wrong, and what to do. */
  readonly error?: ReactNode;
  /** A line under the field: what it is for, an example. */
  readonly help?: ReactNode;
  readonly type?: 'text' | 'search' | 'number' | 'password';
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  /** Lines to show; more than one makes a field of several lines. */
  readonly lines?: number;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
  /** `auto` for words of a source or a name, in whatever script. */
  readonly dir?: 'auto' | 'ltr';
  readonly maxLength?: number;
};

/** A field for words, with its label, its help and its error beside it. */
export function TextField(props: TextFieldProps) {
  const { label, hidesLabel, error, help, className } = props;
  const id = useId();
  const note = error || help ? `${id}-note` : undefined;
  return (
    <div className={classNames(css.field, className)}>
      {!hidesLabel && (
        <label className={css.label} htmlFor={id}>
          {label}
        </label>
      )}
      {(props.lines ?? 1) > 1 ? <Lines {...props} id={id} note={note} /> : <Line {...props} id={id} note={note} />}
      <FieldNote id={note} error={error} help={help} />
    </div>
  );
}

type Inner = TextFieldProps & { readonly id: string; readonly note: string | undefined };

function Line({ id, note, label, hidesLabel, value, onChange, icon, type = 'text', error, ref, ...rest }: Inner) {
  return (
    <InputGroup
      id={id}
      type={type}
      value={value}
      onValueChange={onChange}
      {...(icon ? { leftIcon: icon } : {})}
      {...(hidesLabel ? { 'aria-label': label } : {})}
      {...(ref ? { inputRef: ref } : {})}
      {...(error ? { intent: 'danger' as const, 'aria-invalid': true } : {})}
      {...passed(rest)}
      {...(note ? { 'aria-describedby': note } : {})}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

function Lines({ id, note, label, hidesLabel, value, onChange, lines = 3, error, ...rest }: Inner) {
  return (
    <TextArea
      id={id}
      value={value}
      rows={lines}
      onChange={(event) => onChange(event.target.value)}
      {...(hidesLabel ? { 'aria-label': label } : {})}
      {...(error ? { intent: 'danger' as const, 'aria-invalid': true } : {})}
      {...passed(rest)}
      {...(note ? { 'aria-describedby': note } : {})}
      fill
    />
  );
}

function passed({ placeholder, onBlur, onKeyDown, autoFocus, disabled, dir, maxLength }: Partial<TextFieldProps>) {
  return {
    ...(placeholder ? { placeholder } : {}),
    ...(onBlur ? { onBlur } : {}),
    ...(onKeyDown ? { onKeyDown } : {}),
    ...(autoFocus ? { autoFocus } : {}),
    ...(disabled ? { disabled } : {}),
    ...(dir ? { dir } : {}),
    ...(maxLength ? { maxLength } : {}),
  };
}

type NoteProps = { readonly id: string | undefined; readonly error?: ReactNode; readonly help?: ReactNode };

/** The line under a field: the error where there is one, else the help. */
export function FieldNote({ id, error, help }: NoteProps) {
  if (error) {
    return (
      <small id={id} className={css.error} role="alert">
        <ErrorIcon size={12} />
        <span>{error}</span>
      </small>
    );
  }
  return help ? (
    <small id={id} className={css.help}>
      {help}
    </small>
  ) : null;
}
