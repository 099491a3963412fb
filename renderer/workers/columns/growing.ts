type Numbers = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** Room that a first row makes: small cases stay small. */
const LEAST = 64;

/**
 * The array itself, or a copy with half as much room again when `length` does not fit.
 *
 * @param length - elements that have to fit
 */
export function withRoom<T extends Numbers>(array: T, length: number): T {
  if (array.length >= length) return array;
  const room = Math.max(LEAST, length, Math.ceil(array.length * 1.5));
  const Kind = array.constructor as new (length: number) => T;
  const larger = new Kind(room);
  larger.set(array);
  return larger;
}
