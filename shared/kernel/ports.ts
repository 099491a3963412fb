/** Ambient authority, passed in: what `shared/` may not reach for by itself. */
export type Ports = {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  /** Fresh random bytes, fit for keys, salts and ids. */
  readonly randomBytes: (length: number) => Uint8Array;
};
