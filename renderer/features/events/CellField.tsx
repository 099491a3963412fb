import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { EntityCombobox } from '#renderer/fields/EntityCombobox.tsx';
import type { OpenCell } from '#renderer/services/events-editing/cell-writer.ts';
import { placeTypes } from '#renderer/services/tagging/place-types.ts';
import { useEntityIndex } from '#renderer/services/tagging/use-entity-index.ts';
import { Float } from '#renderer/ui/Float.tsx';
import { FieldNote } from '#renderer/ui/TextField.tsx';
import type { Codebook } from '#shared/domain/codebook.ts';
import css from './Events.module.css';
import type { CellActs } from './use-cell-edit.ts';

type CellFieldProps = {
  /** What is being written: "Killed, E3". */
  readonly label: string;
  readonly open: OpenCell;
  readonly acts: CellActs;
  readonly codebook: Codebook;
  /** Opens the next cell, or with -1 the one before. */
  readonly onNext: (by: 1 | -1) => void;
};

/** A cell while it is written in: `Enter` keeps what was typed, `Tab` keeps it and goes on, `Esc` leaves it as it was. */
export function CellField(props: CellFieldProps) {
  const { open, acts, onNext } = props;
  const cell = useRef<HTMLSpanElement>(null);
  const backToGrid = () => cell.current?.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
  const keep = (isKept: boolean) => {
    if (isKept) backToGrid();
  };
  const leave = () => {
    acts.leave();
    backToGrid();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented || isInNote(event.target)) return;
    const isPlace = open.column === 'place';
    if (event.key === 'Escape') leave();
    else if (event.key === 'Tab') {
      if (isPlace) acts.leave();
      else if (!acts.save()) return event.preventDefault();
      backToGrid();
      onNext(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Enter' && !isPlace) keep(acts.save());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (event: FocusEvent) => {
    // a window that loses the focus takes nobody away from the cell
    if (isInNote(event.relatedTarget) || !document.hasFocus()) return;
    if (open.column === 'place') acts.leave();
    else if (open.fault === null) acts.save();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the field in it
    <span ref={cell} className={css.cell} onFocus={selectAll} onKeyDown={onKeyDown} onBlur={onBlur}>
      <Field {...props} keep={keep} />
      {open.fault && (
        <Float anchor={cell} onClose={leave} className={css.note}>
          <CellNote open={open} onChoose={(value) => keep(acts.save(value))} />
        </Float>
      )}
    </span>
  );
}

type FieldProps = CellFieldProps & { readonly keep: (isKept: boolean) => void };

function Field({ label, open, acts, codebook, keep }: FieldProps): ReactNode {
  if (open.column === 'place')
    return <PlaceCell label={label} open={open} acts={acts} codebook={codebook} keep={keep} />;
  if (open.column === 'type') {
    return (
      <select
        aria-label={label}
        // biome-ignore lint/a11y/noAutofocus: it was opened by the press before
        autoFocus
        value={open.words}
        onChange={({ target }) => acts.type(target.value)}
      >
        {open.words === '' && <option value="">Not chosen yet</option>}
        {codebook.eventTypes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      aria-label={label}
      // biome-ignore lint/a11y/noAutofocus: it was opened by the press before
      autoFocus
      dir="auto"
      value={open.words}
      {...(open.fault ? { 'aria-invalid': true } : {})}
      onChange={({ target }) => acts.type(target.value)}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

function PlaceCell({ label, open, acts, codebook, keep }: Omit<FieldProps, 'onNext'>) {
  const index = useEntityIndex();
  const [text, setText] = useState(open.words);
  const usual = codebook.entityTypes.find(({ tint }) => tint === 'place') ?? codebook.entityTypes[0];
  if (!usual) return null;
  return (
    <EntityCombobox
      label={label}
      hidesLabel
      autoFocus
      initial={open.words}
      placeholder="None"
      index={index}
      codebook={codebook}
      usual={usual}
      types={placeTypes(codebook)}
      onText={setText}
      onLink={(entity) => keep(acts.setPlace(entity))}
      onCreate={(name, type) => keep(acts.createPlace(name, type))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || text.trim() !== '') return;
        event.preventDefault();
        keep(acts.setPlace(null));
      }}
    />
  );
}

function CellNote({ open, onChoose }: { readonly open: OpenCell; readonly onChoose: (value: string) => void }) {
  return (
    <div data-cell-note>
      <FieldNote id={undefined} error={open.fault} />
      {open.choices.length > 0 && (
        <span className={css.choices}>
          {open.choices.map(({ value, words }, at) => (
            // not the desk's own button: that one acts when Enter is let go, which was pressed in the field
            <button
              key={value}
              type="button"
              {...(at === 0 ? { ref: takeFocus } : {})}
              className={css.choice}
              onClick={() => onChoose(value)}
            >
              {words}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}

/** What is asked in a float beside the cell stands in the cell for React, not for the page. */
function isInNote(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-cell-note]') !== null;
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

function selectAll({ target }: FocusEvent): void {
  if (target instanceof HTMLInputElement) target.select();
}
