/** The least of what is measured; infinity of nothing. Of any number: a call takes no more than some hundred thousand arguments. */
export function leastOf<T>(all: readonly T[], measure: (one: T) => number): number {
  return all.reduce((least, one) => Math.min(least, measure(one)), Number.POSITIVE_INFINITY);
}

/** The most of what is measured; minus infinity of nothing. */
export function mostOf<T>(all: readonly T[], measure: (one: T) => number): number {
  return all.reduce((most, one) => Math.max(most, measure(one)), Number.NEGATIVE_INFINITY);
}
