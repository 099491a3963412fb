import type { ByteRange, SegmentStore } from './segment-store.ts';

type MemoryFile = { bytes: Uint8Array; length: number };

/** Keeps the files of an index in memory: for fresh articles that another store keeps as well, and for tests. */
export class MemoryStore implements SegmentStore {
  private readonly files = new Map<string, MemoryFile>();

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()]);
  }

  read(file: string, ranges: readonly ByteRange[]): readonly Uint8Array[] {
    const { bytes, length } = this.files.get(file) ?? { bytes: new Uint8Array(0), length: 0 };
    return ranges.map((range) => {
      const start = Math.min(range.offset, length);
      return bytes.subarray(start, Math.min(range.offset + range.length, length));
    });
  }

  append(file: string, bytes: Uint8Array): void {
    const known = this.files.get(file) ?? { bytes: new Uint8Array(bytes.length), length: 0 };
    const length = known.length + bytes.length;
    if (length > known.bytes.length) {
      const grown = new Uint8Array(Math.max(known.bytes.length * 2, length));
      grown.set(known.bytes.subarray(0, known.length));
      known.bytes = grown;
    }
    known.bytes.set(bytes, known.length);
    known.length = length;
    this.files.set(file, known);
  }

  sync(): void {
    // Memory does not outlive a crash, whatever is done.
  }

  delete(file: string): void {
    this.files.delete(file);
  }
}
