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

type GroupHeadProps = {
  readonly children: ReactNode;
  /** At the far end: of how many, a link to all. */
  readonly end?: ReactNode;
  /** 3 under the title of a card, 2 where nothing stands over it but the place. */
  readonly level?: 2 | 3;
};

/** A heading over a group of fields or cards. */
export function GroupHead({ children, end, level = 3 }: GroupHeadProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Heading className={css.groupHead}>
      {children}
      {end && <span className={css.end}>{end}</span>}
    </Heading>
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
