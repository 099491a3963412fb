import type { ReactNode } from 'react';
import css from './Facts.module.css';

type FactsProps = {
  readonly facts: readonly { readonly term: string; readonly value: ReactNode }[];
  /** Pixels of the first column. */
  readonly termWidth?: number;
};

/** Terms and their values, two columns. */
export function Facts({ facts, termWidth = 92 }: FactsProps) {
  return (
    <dl className={css.facts} style={{ gridTemplateColumns: `${termWidth}px minmax(0, 1fr)` }}>
      {facts.map(({ term, value }) => (
        <div key={term} className={css.pair}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A heading over a group of fields or cards; `end` stands at its far end. */
export function GroupHead({ children, end }: { readonly children: ReactNode; readonly end?: ReactNode }) {
  return (
    <h2 className={css.groupHead}>
      {children}
      {end && <span className={css.end}>{end}</span>}
    </h2>
  );
}

type VerdictProps = {
  readonly kind: 'ok' | 'warn' | 'bad' | 'plain';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

/** A short finding: always words, the hue only repeats them. */
export function Verdict({ kind, icon, children }: VerdictProps) {
  return (
    <span className={css.verdict} data-kind={kind}>
      {icon}
      {children}
    </span>
  );
}

/** A label that the analyst gave; never coloured. */
export function PlainTag({ children }: { readonly children: ReactNode }) {
  return <span className={css.tag}>{children}</span>;
}
