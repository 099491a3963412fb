import { useEffect, useState } from 'react';
import css from './Skeleton.module.css';

/** Milliseconds before bars are shown: what comes sooner needs none. */
const AFTER = 200;

type SkeletonProps = {
  /** What is being read, for a screen reader: "Reading articles…". */
  readonly label: string;
  readonly rows?: number;
  /** Pixels: that of the rows that will come, so that nothing moves. */
  readonly rowHeight?: number;
};

const WIDTHS = [78, 62, 86, 54, 70, 66, 81, 58];

/** Bars in the very place of rows that are still being read. Nothing for the first 200 ms, no shimmer. */
export function Skeleton({ label, rows = 8, rowHeight = 28 }: SkeletonProps) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), AFTER);
    return () => window.clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <div className={css.skeleton} role="status">
      <span className="unseen">{label}</span>
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity but their place
        <div key={at} className={css.row} style={{ height: rowHeight }}>
          <i style={{ width: `${WIDTHS[at % WIDTHS.length]}%` }} />
          <i />
        </div>
      ))}
    </div>
  );
}
