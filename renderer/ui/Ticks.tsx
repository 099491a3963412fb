import { Checkbox, Classes, Radio, RadioGroup, Switch } from '@blueprintjs/core';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type TickProps = {
  readonly checked: boolean;
  readonly onChange: (checked: boolean, event: { readonly shiftKey: boolean }) => void;
  /** Words beside the box. Without them `label` names it. */
  readonly children?: ReactNode;
  readonly label?: string;
  /** Some of what it stands for. */
  readonly isMixed?: boolean;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
};

/** A box to tick. */
export function Tick({ checked, onChange, children, label, isMixed, disabled, className }: TickProps) {
  return (
    <Checkbox
      checked={checked}
      indeterminate={isMixed ?? false}
      disabled={disabled ?? false}
      {...(label ? { 'aria-label': label } : {})}
      labelElement={children}
      className={classNames(className)}
      onChange={(event) => onChange(event.currentTarget.checked, { shiftKey: hasShift(event.nativeEvent) })}
    />
  );
}

type RowTickProps = {
  readonly checked: boolean;
  readonly onChange: (event: { readonly shiftKey: boolean }) => void;
  readonly label: string;
};

/** The box of a row in a grid, drawn by the dozen at each turn of the wheel: no component of its own, and no tab stop, since the row's key does the same. */
export function RowTick({ checked, onChange, label }: RowTickProps) {
  return (
    <label className={ROW_TICK}>
      <input
        className={Classes.CONTROL_INPUT}
        type="checkbox"
        checked={checked}
        aria-label={label}
        tabIndex={-1}
        onChange={({ nativeEvent }) => onChange({ shiftKey: hasShift(nativeEvent) })}
      />
      <span className={Classes.CONTROL_INDICATOR} />
    </label>
  );
}

const ROW_TICK = classNames(Classes.CONTROL, Classes.CHECKBOX);

function hasShift(event: Event): boolean {
  return 'shiftKey' in event && event.shiftKey === true;
}

type ToggleProps = {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
};

/** A switch: takes effect at once. */
export function Toggle({ checked, onChange, children, disabled }: ToggleProps) {
  return (
    <Switch
      role="switch"
      checked={checked}
      disabled={disabled ?? false}
      labelElement={children}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly lines: readonly { readonly value: Value; readonly words: ReactNode }[];
  readonly onChange: (value: Value) => void;
};

/** One of a few values, all in sight. */
export function Choice<Value extends string>({ label, value, lines, onChange }: ChoiceProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      selectedValue={value}
      onChange={(event) => {
        const line = lines.find((one) => one.value === event.currentTarget.value);
        if (line) onChange(line.value);
      }}
    >
      {lines.map((line) => (
        <Radio key={line.value} value={line.value} labelElement={line.words} />
      ))}
    </RadioGroup>
  );
}
