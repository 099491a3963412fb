import { SegmentedControl } from '@blueprintjs/core';

type SegmentsProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly parts: readonly { readonly value: Value; readonly words: string }[];
  readonly onChange: (value: Value) => void;
};

/** Two or three views of the same thing, side by side. */
export function Segments<Value extends string>({ label, value, parts, onChange }: SegmentsProps<Value>) {
  return (
    <SegmentedControl
      aria-label={label}
      size="small"
      value={value}
      options={parts.map((part) => ({ value: part.value, label: part.words }))}
      onValueChange={(next) => {
        const part = parts.find((one) => one.value === next);
        if (part) onChange(part.value);
      }}
    />
  );
}
