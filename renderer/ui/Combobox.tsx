import { InputGroup } from '@blueprintjs/core';
import { CaretDown } from '@blueprintjs/icons';
import { type KeyboardEvent, type ReactElement, type ReactNode, type Ref, useId, useRef, useState } from 'react';
import css from './Combobox.module.css';
import { classNames } from './class-names.ts';
import { Float } from './Float.tsx';
import { domId, type OptionGroup, OptionList } from './OptionList.tsx';
import { FieldNote } from './TextField.tsx';
import { type ChoiceManner, useOptionCursor } from './use-option-cursor.ts';

type ComboboxProps = {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The lines that fit the text, best first. */
  readonly groups: readonly OptionGroup[];
  readonly onChoose: (id: string, manner: ChoiceManner) => void;
  readonly hidesLabel?: boolean;
  /** The list stands open from the start and under the field, as in a palette or a small card. */
  readonly isInline?: boolean;
  readonly autoFocus?: boolean;
  /** What stands in the field already is no question: the list opens once something is typed. */
  readonly opensByTyping?: boolean;
  readonly placeholder?: string;
  readonly icon?: ReactElement;
  readonly error?: ReactNode;
  readonly help?: ReactNode;
  readonly onBlur?: () => void;
  /** Keys that the list does not take. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  readonly ref?: Ref<HTMLInputElement>;
  readonly className?: string;
};

/** A field with a list of what fits: type to narrow, arrows to choose, `Enter` takes it. */
export function Combobox(props: ComboboxProps) {
  const { label, text, onText, groups, onChoose, hidesLabel, isInline, opensByTyping, error, help, className } = props;
  const id = useId();
  const list = `${id}-list`;
  const field = useRef<HTMLDivElement>(null);
  const [wantsList, setWantsList] = useState(false);
  const hasLines = groups.some((group) => group.options.length > 0);
  const isOpen = hasLines && (isInline || wantsList);
  const choose = (optionId: string, manner: ChoiceManner = { isForced: false }) => {
    setWantsList(false);
    onChoose(optionId, manner);
  };
  const cursor = useOptionCursor(isOpen ? groups : [], choose);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isOpen && event.key === 'ArrowDown') setWantsList(true);
    if (!cursor.onKeyDown(event)) props.onKeyDown?.(event);
  };
  const lines = (
    <OptionList
      id={list}
      label={label}
      groups={groups}
      activeId={cursor.activeId}
      onPoint={cursor.point}
      onChoose={choose}
    />
  );
  return (
    <div className={classNames(css.combobox, className)}>
      {!hidesLabel && (
        <label className={css.label} htmlFor={id}>
          {label}
        </label>
      )}
      <div ref={field}>
        <InputGroup
          id={id}
          role="combobox"
          dir="auto"
          value={text}
          aria-expanded={isOpen}
          aria-autocomplete="list"
          {...(isOpen ? { 'aria-controls': list } : {})}
          {...(isOpen && cursor.activeId ? { 'aria-activedescendant': domId(list, cursor.activeId) } : {})}
          {...attributes(props, id)}
          onValueChange={(value) => {
            setWantsList(true);
            onText(value);
          }}
          onFocus={() => setWantsList(!opensByTyping && text !== '')}
          onClick={() => setWantsList(true)}
          onBlur={() => {
            setWantsList(false);
            props.onBlur?.();
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      {isOpen && isInline && lines}
      {isOpen && !isInline && (
        <Float anchor={field} onClose={() => setWantsList(false)} fitsAnchor>
          {lines}
        </Float>
      )}
      <FieldNote id={error || help ? `${id}-note` : undefined} error={error} help={help} />
    </div>
  );
}

function attributes({ label, hidesLabel, autoFocus, placeholder, icon, error, help, ref }: ComboboxProps, id: string) {
  return {
    ...(hidesLabel ? { 'aria-label': label } : {}),
    ...(autoFocus ? { autoFocus } : {}),
    ...(placeholder ? { placeholder } : {}),
    ...(icon ? { leftIcon: icon } : {}),
    ...(ref ? { inputRef: ref } : {}),
    ...(error ? { intent: 'danger' as const, 'aria-invalid': true } : {}),
    ...(error || help ? { 'aria-describedby': `${id}-note` } : {}),
  };
}

type PickerProps = {
  readonly label: string;
  /** What is chosen now, as it stands on the button. */
  readonly value: string;
  readonly groups: readonly OptionGroup[];
  /** The line of what is chosen now: the list opens at it. */
  readonly chosenId?: string | null;
  readonly onChoose: (id: string) => void;
  readonly className?: string | undefined;
};

/** A combobox without typing: the chosen thing on a button, the list beneath. Letters jump to a name. */
export function Picker({ label, value, groups, chosenId = null, onChoose, className }: PickerProps) {
  const list = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const choose = (id: string) => {
    setOpen(false);
    onChoose(id);
  };
  const cursor = useOptionCursor(isOpen ? groups : [], choose);
  const toggle = (opens: boolean) => {
    if (opens && chosenId !== null) cursor.point(chosenId);
    setOpen(opens);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (cursor.onKeyDown(event)) return;
    if (event.key === 'Tab') setOpen(false);
    if (!isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      toggle(true);
    }
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        role="combobox"
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={list}
        {...(isOpen && cursor.activeId ? { 'aria-activedescendant': domId(list, cursor.activeId) } : {})}
        className={classNames(css.picker, className)}
        onClick={() => toggle(!isOpen)}
        onKeyDown={onKeyDown}
      >
        <bdi className="cut">{value}</bdi>
        <CaretDown size={14} />
      </button>
      {isOpen && (
        <Float anchor={button} onClose={() => setOpen(false)} className={css.pickerList}>
          <OptionList
            id={list}
            label={label}
            groups={groups}
            activeId={cursor.activeId}
            onPoint={cursor.point}
            onChoose={choose}
          />
        </Float>
      )}
    </>
  );
}
