import type { ReactElement, ReactNode } from 'react';
import css from './Empty.module.css';

type EmptyProps = {
  /** 20 px. */
  readonly icon: ReactElement;
  /** What this is: "No entities yet". */
  readonly title: string;
  /** How it fills. */
  readonly children: ReactNode;
  /** The one button that fills it, with its key beside it. */
  readonly action?: ReactNode;
};

/** An empty place: what it is, how it fills, and the one act that fills it. */
export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <div className={css.empty}>
      {icon}
      <h2>{title}</h2>
      <p>{children}</p>
      {action && (
        <span className={css.action} data-home>
          {action}
        </span>
      )}
    </div>
  );
}
