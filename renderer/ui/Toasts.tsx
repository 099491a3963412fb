import { TickCircle, WarningSign } from '@blueprintjs/icons';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './Button.tsx';
import css from './Toasts.module.css';

/** A word at the foot of the desk, for what can be undone or must be known; never the only place of a fact. */
export type Toast = {
  readonly id: string;
  readonly words: string;
  readonly kind?: 'ok' | 'warn';
  readonly action?: { readonly words: string; readonly keys?: string; readonly run: () => void };
};

type ToastsProps = { readonly toasts: readonly Toast[]; readonly onGone: (id: string) => void };

/** The toasts, the latest below. */
export function Toasts({ toasts, onGone }: ToastsProps) {
  return createPortal(
    <div className={css.layer} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} onGone={onGone} />
      ))}
    </div>,
    document.body,
  );
}

/** Milliseconds that a toast stays; the clock stands still while it is hovered or focused. */
const STAY = 6000;

function ToastLine({ toast, onGone }: { toast: Toast; onGone: (id: string) => void }) {
  const [isHeld, setHeld] = useState(false);
  const { id, words, kind = 'ok', action } = toast;
  useEffect(() => {
    if (isHeld) return;
    const timer = window.setTimeout(() => onGone(id), STAY);
    return () => window.clearTimeout(timer);
  }, [id, isHeld, onGone]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only stops its clock
    <div
      className={css.toast}
      data-kind={kind}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {kind === 'ok' ? <TickCircle size={14} /> : <WarningSign size={14} />}
      <span>{words}</span>
      {action && (
        <Button
          isSmall
          look="plain"
          keys={action.keys}
          showsKeys
          onClick={() => {
            onGone(id);
            action.run();
          }}
        >
          {action.words}
        </Button>
      )}
    </div>
  );
}
