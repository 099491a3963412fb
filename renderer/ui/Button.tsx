import { Button as BlueprintButton } from '@blueprintjs/core';
import type { MouseEvent, ReactElement, ReactNode, Ref } from 'react';
import css from './Button.module.css';
import { classNames } from './class-names.ts';
import { Keys } from './Keys.tsx';
import { ariaKeys, keyWords } from './key-caps.ts';

type Shared = {
  readonly onClick?: (event: MouseEvent<HTMLElement>) => void;
  /** Its key, as the command registry writes it. */
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  /** Why it is off, or more than the label says: shown when hovered or focused. */
  readonly hint?: string | undefined;
  readonly isSmall?: boolean;
  /** On, for a button that switches: says so to assistive technology too. */
  readonly isPressed?: boolean | undefined;
  /** Open, for a button that opens something. */
  readonly isExpanded?: boolean | undefined;
  readonly hasPopup?: 'menu' | 'dialog' | 'listbox' | undefined;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
};

type ButtonProps = Shared & {
  readonly children: ReactNode;
  readonly icon?: ReactElement;
  /** `primary`: the one act of a screen. `plain`: without a frame. `bad`: takes something away. */
  readonly look?: 'primary' | 'plain' | 'bad';
  readonly type?: 'button' | 'submit';
  /** Whether the key stands on the button itself; otherwise it is told in the tooltip. */
  readonly showsKeys?: boolean;
  readonly form?: string;
};

/** A button with words. The words are the verb of what happens; "…" if a question follows. */
export function Button({ children, icon, look, type = 'button', showsKeys, form, ...shared }: ButtonProps) {
  const { keys, hint } = shared;
  const tip = hint ?? (keys && !showsKeys ? keyWords(keys) : undefined);
  return (
    <BlueprintButton
      {...blueprintProps(shared)}
      {...(icon ? { icon } : {})}
      {...(look === 'plain' ? { variant: 'minimal' } : {})}
      {...(look === 'primary' ? { intent: 'primary' } : look === 'bad' ? { intent: 'danger' } : {})}
      {...(form ? { form } : {})}
      type={type}
      {...tipProps(tip, hint ? keys : undefined)}
    >
      {children}
      {keys && showsKeys && (
        <span className={css.keys} aria-hidden="true">
          <Keys keys={keys} />
        </span>
      )}
    </BlueprintButton>
  );
}

type IconButtonProps = Shared & {
  readonly icon: ReactElement;
  /** Its accessible name. */
  readonly label: string;
  /** What the tooltip says, when that is more than the name: "Undo: Tag …". */
  readonly words?: string | undefined;
};

/** A button with an icon alone. Its tooltip says what it does, with the key. */
export function IconButton({ icon, label, words, ...shared }: IconButtonProps) {
  const what = words ?? label;
  const { keys, hint } = shared;
  return (
    <BlueprintButton
      {...blueprintProps({ ...shared, className: classNames(css.iconButton, shared.className) })}
      variant="minimal"
      icon={
        // An empty title of its own: the desk's tooltip is shown, the browser's is not.
        <span className={css.cover} title="">
          {icon}
        </span>
      }
      aria-label={label}
      title={keys ? `${what} (${keyWords(keys)})` : what}
      {...tipProps(hint ? `${what}. ${hint}` : what, keys)}
    />
  );
}

function blueprintProps(shared: Shared) {
  const { onClick, keys, disabled, isSmall, isPressed, isExpanded, hasPopup, className, ref } = shared;
  return {
    ...(onClick ? { onClick } : {}),
    ...(ref ? { ref } : {}),
    ...(disabled ? { disabled } : {}),
    ...(isSmall ? { size: 'small' as const } : {}),
    ...(isPressed === undefined ? {} : { active: isPressed, 'aria-pressed': isPressed }),
    ...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded }),
    ...(hasPopup ? { 'aria-haspopup': hasPopup } : {}),
    ...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {}),
    className: className ?? '',
  };
}

/** What the tooltip layer reads. */
function tipProps(tip: string | undefined, keys: string | undefined) {
  return { ...(tip ? { 'data-tip': tip } : {}), ...(keys ? { 'data-tip-keys': keys } : {}) };
}
