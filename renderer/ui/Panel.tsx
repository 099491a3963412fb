import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './Panel.module.css';

type PanelProps = {
  /** Its accessible name. */
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  /** Which side of the place it stands on: the hairline is on the other. */
  readonly side: 'start' | 'end';
  /** Above the part that scrolls. */
  readonly head?: ReactNode;
  /** Below the part that scrolls. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
  /** The body lays itself out and scrolls by itself: tabs, lists. */
  readonly isPlain?: boolean;
  readonly className?: string | undefined;
};

/** A side area: head and foot stay, the middle scrolls. One of the areas that `F6` visits. */
export function Panel({ label, width, side, head, foot, children, isPlain, className }: PanelProps) {
  return (
    <aside
      className={classNames(css.panel, className)}
      data-side={side}
      data-area={label}
      aria-label={label}
      tabIndex={-1}
      style={{ width }}
    >
      {head}
      {isPlain ? children : <Scroll label={label}>{children}</Scroll>}
      {foot && <footer className={css.foot}>{foot}</footer>}
    </aside>
  );
}

type ScrollProps = { readonly label: string; readonly children: ReactNode; readonly className?: string | undefined };

/** A part that scrolls and can be scrolled from the keyboard. */
export function Scroll({ label, children, className }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={classNames(css.scroll, 'scroll', className)} tabIndex={0} aria-label={`${label}, contents`}>
      {children}
    </section>
  );
}
