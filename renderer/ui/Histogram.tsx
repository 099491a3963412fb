import css from './Histogram.module.css';

type HistogramProps = {
  /** What is counted: "Articles per day". */
  readonly label: string;
  readonly values: readonly number[];
  /** What stands under the first and the last bar. */
  readonly from: string;
  readonly to: string;
  /** Bars in hand, first and last included: accent; the rest ink. */
  readonly chosen?: readonly [number, number] | undefined;
  /** What the chosen bars are, in words. */
  readonly chosenWords?: string | undefined;
  /** Pixels. */
  readonly height?: number;
};

/** Counts as bars without a hue; a screen reader hears its range and its peak. */
export function Histogram({ label, values, from, to, chosen, chosenWords, height = 36 }: HistogramProps) {
  const most = Math.max(1, ...values);
  return (
    <figure className={css.figure} aria-label={`${label}, ${from} to ${to}, at most ${most.toLocaleString('en')}`}>
      <div className={css.bars} style={{ height }}>
        {values.map((value, at) => (
          <i
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place on the axis
            key={at}
            data-on={chosen ? at >= chosen[0] && at <= chosen[1] : undefined}
            style={{ height: `${(value / most) * 100}%` }}
          />
        ))}
      </div>
      <figcaption>
        <span>{from}</span>
        {chosenWords && <b>{chosenWords}</b>}
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}
