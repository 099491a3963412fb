import type { JobControl } from '#shared/kernel/job-control.ts';
import { type ByteSource, type Bytes, piecesOf } from '../byte-source.ts';
import { ByteQueue } from '../packed/byte-queue.ts';
import { gzipPieces } from '../packed/unpack-gzip.ts';

/** Where the packing is damaged: in bytes of the file, and of what came out of it before. */
export type PackingFault = { readonly at: number; readonly position: number; readonly fault: 'truncated' | 'damaged' };

/** Damaged members after which no more is looked for: each may cost reading the rest of the file. */
const MOST_RESTARTS = 200;

/** The bytes of an archive, unpacked where it is packed, with the places in the file that they came from. */
export class ArchiveStream {
  readonly queue: ByteQueue;
  private readonly source: ByteSource;
  private readonly job: JobControl;
  private readonly isPacked: boolean;
  private readonly start: number;
  /** Where members begin, that were not asked for yet: unpacked place and place in the file. */
  private marks: { readonly position: number; readonly at: number }[] = [];
  private faults: PackingFault[] = [];
  private unpacked = 0;

  /** @param start - byte of the file: the first, or where `offsetOf` said that something begins */
  constructor(source: ByteSource, job: JobControl, isPacked: boolean, start = 0) {
    this.source = source;
    this.job = job;
    this.isPacked = isPacked;
    this.start = start;
    this.queue = new ByteQueue(isPacked ? this.unpack() : piecesOf(source, job, start));
  }

  /** Where in the file the byte at a place of the queue lies; null in the midst of packed bytes. Earlier places are forgotten. */
  offsetOf(position: number): number | null {
    if (!this.isPacked) return this.start + position;
    this.marks = this.marks.filter((mark) => mark.position >= position);
    const [first] = this.marks;
    return first?.position === position ? first.at : null;
  }

  /** Faults that lie before a place of the queue, each told once. */
  faultsBefore(position: number): PackingFault[] {
    const told = this.faults.filter((fault) => fault.position <= position);
    this.faults = this.faults.filter((fault) => fault.position > position);
    return told;
  }

  /** The same archive from a place on. */
  reopened(offset: number): ArchiveStream {
    return new ArchiveStream(this.source, this.job, this.isPacked, offset);
  }

  /** Behind damage, what looks like a member is looked for from where the damaged one began: damaged data may unpack for long. */
  private async *unpack(): AsyncGenerator<Bytes> {
    let from = this.start;
    for (let restarts = 0; restarts < MOST_RESTARTS; restarts++) {
      const faultAt = yield* this.unpackFrom(from, restarts > 0);
      if (faultAt === null) return;
      from = faultAt + 1;
    }
  }

  /** @returns where a damaged member begins, in bytes of the file; null at the end */
  private async *unpackFrom(from: number, isSearching: boolean): AsyncGenerator<Bytes, number | null> {
    for await (const piece of gzipPieces(piecesOf(this.source, this.job, from), isSearching)) {
      if (piece.kind === 'member') {
        this.marks.push({ position: this.unpacked, at: from + piece.at });
      } else if (piece.kind === 'fault') {
        this.faults.push({ at: from + piece.at, position: this.unpacked, fault: piece.fault });
        return from + piece.at;
      } else {
        this.unpacked += piece.bytes.length;
        yield piece.bytes;
      }
    }
    return null;
  }
}
