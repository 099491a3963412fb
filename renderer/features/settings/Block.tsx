import type { ReactNode } from 'react';
import css from './Settings.module.css';

/** One matter of the settings: its name at the side, what can be set beside it. */
export function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.block} aria-label={title}>
      <h2>{title}</h2>
      <div className={css.content}>{children}</div>
    </section>
  );
}
