/** Arrays of numbers that can be made longer. */
type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** Room that a first row makes: small cases stay small. */
const LEAST = 64;
/** How much room is made beyond need: a quarter more is what an array wastes at most. */
const GROWTH = 1.25;

/**
 * The array itself, or a longer copy when `length` does not fit.
 *
 * @param length - elements that have to fit
 */
export function withRoom<T extends Numbers>(array: T, length: number): T {
  return array.length >= length ? array : resized(array, Math.max(LEAST, length, Math.ceil(array.length * GROWTH)));
}

/** A copy with room for no more than `length` elements; the array itself when it has no more. */
export function withoutRoom<T extends Numbers>(array: T, length: number): T {
  return array.length <= length ? array : resized(array, length);
}

function resized<T extends Numbers>(array: T, length: number): T {
  const Kind = array.constructor as new (length: number) => T;
  const other = new Kind(length);
  other.set(array.length > length ? array.subarray(0, length) : array);
  return other;
}
