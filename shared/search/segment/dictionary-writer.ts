import { ByteWriter } from './byte-writer.ts';

/** Terms that are written one after the other, each by what it adds to the one before; the first of them whole. */
export const GROUP = 16;

/**
 * Writes the dictionary of a segment: terms in order, each with its documents and the bytes of its postings and positions.
 *
 *     group   [postings before, positions before]   term   term …
 *     term    letters shared with the last   letters more   their bytes   documents   bytes of postings, of positions
 */
export class DictionaryWriter {
  private readonly out = new ByteWriter(1 << 16);
  private readonly groups: number[] = [];
  private readonly last = new Uint8Array(4096);
  private lastLength = 0;
  private postings = 0;
  private positions = 0;
  count = 0;

  add(key: Uint8Array, documents: number, postings: number, positions: number): void {
    const { out, last } = this;
    let shared = 0;
    if (this.count % GROUP === 0) {
      this.groups.push(out.length);
      out.varint(this.postings);
      out.varint(this.positions);
    } else {
      const most = Math.min(key.length, this.lastLength);
      while (shared < most && key[shared] === last[shared]) shared++;
    }
    out.varint(shared);
    out.varint(key.length - shared);
    out.append(key, shared, key.length);
    last.set(key);
    this.lastLength = key.length;
    out.varint(documents);
    out.varint(postings);
    out.varint(positions);
    this.postings += postings;
    this.positions += positions;
    this.count++;
  }

  /** The bytes of the terms, then where each group begins. */
  finish(): { readonly terms: Uint8Array; readonly groups: Uint32Array } {
    return { terms: this.out.written(), groups: Uint32Array.from(this.groups) };
  }
}
