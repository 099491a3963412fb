import { Cross } from '@blueprintjs/icons';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from './Button.tsx';
import { classNames } from './class-names.ts';
import css from './Dialog.module.css';
import { useModal } from './use-modal.ts';

type DialogProps = {
  readonly title: string;
  /** Its accessible name, where that is another than the title. */
  readonly label?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The acts: buttons, the one that goes on first. */
  readonly foot?: ReactNode;
  /** Beside the title: a field to find things, counts. */
  readonly head?: ReactNode;
  /** Pixels; the window's edge limits it. */
  readonly width?: number;
  /** Pixels from the top of the window. */
  readonly top?: number;
  /** Without the padding of the body. */
  readonly isFlush?: boolean;
};

/** A dialog over the desk: the place beneath is inert, `Esc` closes, the focus returns where it was. */
export function Dialog({ title, label, onClose, children, foot, head, width = 480, top = 96, isFlush }: DialogProps) {
  const heading = useId();
  return (
    <Scrim onClose={onClose} top={top} width={width} {...(label ? { label } : { labelledBy: heading })}>
      <header className={css.head}>
        <h2 id={heading}>{title}</h2>
        {head}
        <IconButton icon={<Cross />} label="Close" keys="Escape" onClick={onClose} />
      </header>
      <div className={classNames(css.body, isFlush && css.flush, 'scroll')}>{children}</div>
      {foot && <footer className={css.foot}>{foot}</footer>}
    </Scrim>
  );
}

type ScrimProps = {
  readonly onClose: () => void;
  readonly label?: string;
  readonly labelledBy?: string;
  readonly width: number;
  readonly top: number;
  readonly children: ReactNode;
};

/** A bare sheet over a dimmed desk, for what draws its own head: the palette. */
export function Scrim({ onClose, label, labelledBy, width, top, children }: ScrimProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const scrim = useRef<HTMLDivElement>(null);
  useModal(scrim, onClose);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the sheet closes it, as Esc does
    <div
      ref={scrim}
      className={css.scrim}
      role="presentation"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div
        ref={sheet}
        role="dialog"
        aria-modal="true"
        {...(label ? { 'aria-label': label } : { 'aria-labelledby': labelledBy })}
        tabIndex={-1}
        className={css.sheet}
        style={{ width, marginTop: top, maxHeight: `calc(100vh - ${top + 32}px)` }}
      >
        {children}
      </div>
    </div>,
    document.body,
  );
}
