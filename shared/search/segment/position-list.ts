import type { ByteWriter } from './byte-writer.ts';
import { fieldAt, fieldStart } from './fields.ts';

/** Above so many positions a posting says how many bytes they take, so that they can be passed over at once. */
export const MANY = 7;

/** Set in the mask of a posting whose positions say which of them have a capital. */
export const CAPITALS = 0x80;

/**
 * Writes the places of a term in one document, and says how often and in which fields it stands: times << 8 | mask.
 *
 *     place    positions since the last one                  at least 1; where there are capitals: << 1 | capital
 *     field    0   number of the field                       what follows counts from there on
 *
 * @param notes - position << 1 | capital, in order, none twice: capital where the word is written as it is folded but for
 *   a capital in front
 */
export function writePositions(into: ByteWriter, notes: Int32Array, start: number, end: number): number {
  let capitals = 0;
  for (let at = start; at < end; at++) capitals |= (notes[at] as number) & 1;
  let before = -1;
  let limit = fieldStart(1);
  let mask = (notes[start] as number) >>> 1 < limit ? 1 : 0;
  for (let at = start; at < end; at++) {
    const note = notes[at] as number;
    const position = note >>> 1;
    if (position >= limit) {
      const field = fieldAt(position);
      into.byte(0);
      into.byte(field);
      before = fieldStart(field) - 1;
      limit = fieldStart(field + 1);
      mask |= 1 << field;
    }
    const distance = position - before;
    into.varint(capitals === 0 ? distance : (distance << 1) | (note & 1));
    before = position;
  }
  return ((end - start) << 8) | mask | (capitals === 0 ? 0 : CAPITALS);
}

/** Where the positions of a posting end that begin at `at`. */
export function positionsEnd(bytes: Uint8Array, at: number, use: number, size: number): number {
  const times = use >>> 8;
  if (times > MANY) return at + size;
  let end = at;
  for (let left = times; left > 0; left--) {
    if (bytes[end] === 0) end += 2;
    while ((bytes[end] as number) > 127) end++;
    end++;
  }
  return end;
}

/**
 * Reads the positions that begin at `at`, and which of them have a capital, up to the first one from `last` on.
 *
 * @returns how many were read
 */
export function readPositions(
  bytes: Uint8Array,
  at: number,
  use: number,
  last: number,
  into: Int32Array,
  capitals: Uint8Array,
): number {
  const times = use >>> 8;
  const shift = (use & CAPITALS) === 0 ? 0 : 1;
  let next = at;
  let position = -1;
  let place = 0;
  while (place < times && position < last) {
    let value = bytes[next++] as number;
    if (value === 0) {
      position = fieldStart(bytes[next++] as number) - 1;
      value = bytes[next++] as number;
    }
    if (value > 127) {
      value &= 127;
      for (let bits = 7; ; bits += 7) {
        const byte = bytes[next++] as number;
        value |= (byte & 127) << bits;
        if (byte < 128) break;
      }
    }
    position += value >>> shift;
    into[place] = position;
    capitals[place++] = value & shift;
  }
  return place;
}
