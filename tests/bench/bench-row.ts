/** One line of a benchmark's table; `reach` is the bound that the issue names, as text. */
export type BenchRow = {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string | null;
  readonly peerValue: number | null;
  /** value / peerValue, both as measured in the same run */
  readonly ratio: number | null;
  readonly reach: string | null;
  /** null when the row is only reported */
  readonly met: boolean | null;
};

/** A row that compares with a peer measured in the same run. */
export function ratioRow(
  metric: string,
  { value, unit, peer, peerValue }: { value: number; unit: string; peer: string; peerValue: number },
  reach: `<= ${number}` | `>= ${number}`,
): BenchRow {
  const ratio = value / peerValue;
  const bound = Number(reach.slice(3));
  return {
    metric,
    value,
    unit,
    peer,
    peerValue,
    ratio,
    reach,
    met: reach.startsWith('<') ? ratio <= bound : ratio >= bound,
  };
}

/** A row that is reported without a peer, with a bound of its own or none. */
export function plainRow(
  metric: string,
  value: number,
  unit: string,
  reach?: `<= ${number}` | `>= ${number}`,
): BenchRow {
  const bound = reach ? Number(reach.slice(3)) : 0;
  const met = reach ? (reach.startsWith('<') ? value <= bound : value >= bound) : null;
  return { metric, value, unit, peer: null, peerValue: null, ratio: null, reach: reach ?? null, met };
}

/** The middle value; the mean of the two middle ones when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError('No median of nothing.');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
