import { type Sha256Stream, sha256Stream } from '#shared/custody/sha256.ts';
import type { Hash } from '#shared/domain/ids.ts';
import { type ByteSource, piecesOf } from '#shared/ingest/byte-source.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';

/**
 * A source that hashes what passes through it, so that a file of gigabytes is read once for its records and its hash. What readers
 * skip or read out of order is read at the end.
 */
export class HashedSource implements ByteSource {
  readonly size: number;
  /** Set once the hash is wanted: files that are one capture have theirs already. */
  isHashing = false;
  private readonly source: ByteSource;
  private readonly stream: Sha256Stream = sha256Stream();
  private hashed = 0;

  constructor(source: ByteSource) {
    this.source = source;
    this.size = source.size;
  }

  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> } {
    const piece = this.source.slice(start, end);
    return {
      arrayBuffer: async () => {
        const buffer = await piece.arrayBuffer();
        if (this.isHashing) this.see(start, new Uint8Array(buffer));
        return buffer;
      },
    };
  }

  /**
   * The SHA-256 of all of it.
   *
   * @throws {AppError} `unreadable` when the file has gone or was changed meanwhile; `cancelled`
   */
  async hash(job: JobControl): Promise<Hash> {
    for await (const piece of piecesOf(this.source, job, this.hashed)) this.see(this.hashed, piece);
    return this.stream.hex();
  }

  private see(start: number, bytes: Uint8Array): void {
    const end = start + bytes.length;
    if (start > this.hashed || end <= this.hashed) return;
    this.stream.update(bytes.subarray(this.hashed - start));
    this.hashed = end;
  }
}
