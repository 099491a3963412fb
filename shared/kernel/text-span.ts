/** A half-open range `[start, end)` in UTF-16 code units, as `String.prototype.slice` counts. */
export type TextSpan = { readonly start: number; readonly end: number };
