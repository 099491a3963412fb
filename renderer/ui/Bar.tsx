import type { ReactNode } from 'react';
import css from './Bar.module.css';

type BarProps = {
  /** The name of the place or of the area. */
  readonly title?: string;
  /** 1 for the place itself, 2 for an area in it. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
  /** At the far end. */
  readonly end?: ReactNode;
};

/** The bar at the head of a place or an area. It never scrolls. */
export function Bar({ title, level = 1, children, end }: BarProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={css.bar}>
      {title && <Heading>{title}</Heading>}
      {children}
      {end && <span className={css.end}>{end}</span>}
    </div>
  );
}

/** A hairline between groups of a bar. */
export function Divide() {
  return <span className={css.divide} />;
}
