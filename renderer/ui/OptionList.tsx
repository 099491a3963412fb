import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Keys } from './Keys.tsx';
import css from './OptionList.module.css';

/** One line that can be chosen. */
export type OptionLine = {
  readonly id: string;
  readonly main: ReactNode;
  readonly icon?: ReactElement | undefined;
  /** Said after the name, in grey: why it is offered, where it is from. */
  readonly more?: ReactNode;
  /** At the far end: a count, a date. */
  readonly side?: ReactNode;
  readonly keys?: string | undefined;
};

/** Lines under one heading; a group without a name has a rule instead. */
export type OptionGroup = { readonly name: string | null; readonly options: readonly OptionLine[] };

type OptionListProps = {
  /** The id that the field's `aria-controls` names. */
  readonly id: string;
  readonly label: string;
  readonly groups: readonly OptionGroup[];
  readonly activeId: string | null;
  readonly onPoint: (id: string) => void;
  readonly onChoose: (id: string) => void;
  readonly className?: string | undefined;
};

/** The list of a combobox: the field keeps the focus, the list shows which line is in hand. */
export function OptionList({ id, label, groups, activeId, onPoint, onChoose, className }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (activeId) document.getElementById(domId(id, activeId))?.scrollIntoView({ block: 'nearest' });
  }, [id, activeId]);
  const lines = (options: readonly OptionLine[]) =>
    options.map((option) => (
      // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active line
      // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
      <div
        key={option.id}
        id={domId(id, option.id)}
        role="option"
        aria-selected={option.id === activeId}
        className={css.option}
        onPointerMove={() => option.id !== activeId && onPoint(option.id)}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChoose(option.id)}
      >
        {option.icon && <span className={css.icon}>{option.icon}</span>}
        <span className="cut">{option.main}</span>
        {option.more && <span className={classNames(css.more, 'cut')}>{option.more}</span>}
        {(option.side || option.keys) && (
          <span className={css.side}>
            {option.side}
            {option.keys && (
              <span aria-hidden="true">
                <Keys keys={option.keys} />
              </span>
            )}
          </span>
        )}
      </div>
    ));
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className={classNames(css.list, 'scroll', className)}>
      {groups
        .filter((group) => group.options.length > 0)
        .map((group, at) =>
          group.name === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a nameless group has no identity but its place
            <div key={at} role="presentation" className={css.ruled}>
              {lines(group.options)}
            </div>
          ) : (
            // biome-ignore lint/a11y/useSemanticElements: <optgroup> belongs to a select
            <div key={group.name} role="group" aria-label={group.name}>
              <p className={css.name} aria-hidden="true">
                {group.name}
              </p>
              {lines(group.options)}
            </div>
          ),
        )}
    </div>
  );
}

/** The element's id of one line, for `aria-activedescendant`. */
export function domId(listId: string, optionId: string): string {
  return `${listId}-${optionId.replace(/[^\w-]/g, '_')}`;
}
