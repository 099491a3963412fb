import { withoutRoom, withRoom } from './growing.ts';

/** Whole numbers from 0 in as few bytes each as the largest of them needs. */
export type Narrow = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Keeps whole numbers from 0 to 4,294,967,295 by place: one byte each as long as all are small. */
export class NarrowNumbers {
  /** The numbers, for loops; another array after `set` or `trim`. Beyond the last one set it holds zeros. */
  values: Narrow = new Uint8Array(0);
  private length = 0;

  /** The largest number that `values` can hold. */
  private most = 0xff;

  /** Puts a number in its place. */
  set(at: number, value: number): void {
    if (at >= this.values.length || value > this.most) this.widen(at, value);
    if (at >= this.length) this.length = at + 1;
    this.values[at] = value;
  }

  private widen(at: number, value: number): void {
    if (value > 0xff && this.values instanceof Uint8Array) this.values = Uint16Array.from(this.values);
    if (value > 0xffff && this.values instanceof Uint16Array) this.values = Uint32Array.from(this.values);
    this.most = this.values instanceof Uint8Array ? 0xff : this.values instanceof Uint16Array ? 0xffff : 0xffff_ffff;
    this.values = withRoom(this.values, at + 1);
  }

  /** The number in a place; 0 where none was put. */
  at(at: number): number {
    return this.values[at] ?? 0;
  }

  /** Lets go of room beyond the last number. */
  trim(): void {
    this.values = withoutRoom(this.values, this.length);
  }
}
