import { ProgressBar } from '@blueprintjs/core';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import css from './ProgressStrip.module.css';

type ProgressStripProps = {
  /** The accessible name of the bar: "Import progress". */
  readonly label: string;
  /** What is being done: "Importing field-dump.wacz". */
  readonly words: ReactNode;
  readonly done: number;
  /** Null while it is not known: the bar then moves without saying how far. */
  readonly total: number | null;
  /** "412 of 1,260 articles": of what the counts are. */
  readonly unit: string;
  /** Counts that stand after the bar: "31 exact copies, 2 failed". */
  readonly outcome?: ReactNode;
  /** Seconds; null while nobody can tell. */
  readonly secondsLeft?: number | null;
  /** How far it is, from 0 to 1, where that is known better than by the counts. */
  readonly share?: number;
  readonly isPaused?: boolean;
  /** Halts it, or lets it go on. */
  readonly onPause?: () => void;
  readonly onCancel?: () => void;
};

/** A long job under the bar of its place: counts, time left, and a way to stop it. */
export function ProgressStrip(props: ProgressStripProps) {
  const { label, words, done, total, unit, outcome, secondsLeft, share, isPaused, onPause, onCancel } = props;
  return (
    <section className={css.strip} aria-label={label}>
      <b className="cut">{words}</b>
      <span className="tab">{countWords(done, total, unit)}</span>
      <span className={css.bar}>
        <ProgressBar
          {...(total === null ? {} : { value: share ?? (total === 0 ? 1 : done / total) })}
          animate={false}
          stripes={false}
          aria-label={label}
          aria-valuetext={countWords(done, total, unit)}
        />
      </span>
      {outcome && <span className="tab">{outcome}</span>}
      {secondsLeft != null && <span className={css.left}>{timeLeft(secondsLeft)}</span>}
      {onPause && (
        <Button isSmall look="plain" onClick={onPause}>
          {isPaused ? 'Resume' : 'Pause'}
        </Button>
      )}
      {onCancel && (
        <Button isSmall onClick={onCancel}>
          Cancel
        </Button>
      )}
    </section>
  );
}

/** How far a job is: "412 of 1,260 articles". */
export function countWords(done: number, total: number | null, unit: string): string {
  const count = done.toLocaleString('en');
  return total === null ? `${count} ${unit}` : `${count} of ${total.toLocaleString('en')} ${unit}`;
}

/** How long a job still takes, in words that do not pretend to know better. */
export function timeLeft(seconds: number): string {
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 90) return `about ${Math.round(seconds / 5) * 5} s left`;
  return `about ${Math.round(seconds / 60)} min left`;
}
