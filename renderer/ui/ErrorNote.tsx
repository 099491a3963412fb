import { Error as ErrorIcon, WarningSign } from '@blueprintjs/icons';
import type { ReactNode } from 'react';
import css from './ErrorNote.module.css';

type ErrorNoteProps = {
  /** What happened: "This case file was not opened". */
  readonly title: string;
  /** What it did to the case, and what to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly kind?: 'bad' | 'warn';
};

/** Something went wrong: what happened, what it did to the case, what to do. Heard at once. */
export function ErrorNote({ title, children, actions, kind = 'bad' }: ErrorNoteProps) {
  return (
    <div className={css.note} data-kind={kind} role="alert">
      {kind === 'bad' ? <ErrorIcon size={16} /> : <WarningSign size={16} />}
      <div>
        <h2>{title}</h2>
        {children && <div className={css.words}>{children}</div>}
        {actions && <span className={css.actions}>{actions}</span>}
      </div>
    </div>
  );
}
