import { sha256Hex, sha256Stream } from '#shared/custody/sha256.ts';
import type { Hash } from '#shared/domain/ids.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { type ByteSource, type Bytes, piecesOf } from '../byte-source.ts';
import { concatenated } from '../packed/byte-queue.ts';

/** Finds where records end in bytes that come in pieces; keeps in mind what it has seen. */
export type RecordScanner = {
  /** @returns the place behind the record that is open, its separator included; -1 while it goes on */
  next(bytes: Bytes, from: number): number;
};

/** One record with its separator, as it stands. */
export type CutRecord = {
  /** Bytes from the beginning of the file. */
  readonly offset: number;
  readonly size: number;
  /** Null when it is too large to be held. */
  readonly bytes: Bytes | null;
  readonly hash: Hash | null;
};

/** Bytes of a record that is held: a line of a gigabyte is no article. */
export const MOST_RECORD = 64 * 1024 * 1024;

/** Cuts a file into records, with one piece and one record in memory. */
export async function* cutRecords(
  source: ByteSource,
  job: JobControl,
  scanner: RecordScanner,
  start = 0,
): AsyncGenerator<CutRecord> {
  let open = new OpenRecord(start);
  for await (const piece of piecesOf(source, job, start)) {
    for (let at = 0; at < piece.length; ) {
      const end = scanner.next(piece, at);
      open.add(piece.subarray(at, end < 0 ? piece.length : end));
      if (end < 0) break;
      yield open.cut();
      open = new OpenRecord(open.end);
      at = end;
    }
    job.onProgress(open.end, source.size);
  }
  if (open.end > open.offset) yield open.cut();
}

class OpenRecord {
  readonly offset: number;
  private parts: Bytes[] = [];
  private size = 0;
  /** Instead of parts, once it is too large. */
  private hash: ReturnType<typeof sha256Stream> | null = null;

  constructor(offset: number) {
    this.offset = offset;
  }

  get end(): number {
    return this.offset + this.size;
  }

  add(bytes: Bytes): void {
    this.size += bytes.length;
    if (this.hash === null && this.size <= MOST_RECORD) {
      this.parts.push(bytes);
      return;
    }
    if (this.hash === null) {
      this.hash = sha256Stream();
      for (const part of this.parts) this.hash.update(part);
      this.parts = [];
    }
    this.hash.update(bytes);
  }

  cut(): CutRecord {
    const { offset, size } = this;
    if (this.hash !== null) return { offset, size, bytes: null, hash: this.hash.hex() };
    return {
      offset,
      size,
      bytes: this.parts.length === 1 ? (this.parts[0]?.slice() ?? null) : concatenated(this.parts, size),
      hash: null,
    };
  }
}

/** The SHA-256 of a record without what parts it from the next. */
export function hashOfRecord({ hash }: CutRecord, bytes: Bytes | null): Hash | null {
  return bytes === null ? hash : sha256Hex(bytes);
}

/** Ends a record at each line break. */
export const lineScanner: RecordScanner = {
  next: (bytes, from) => {
    const at = bytes.indexOf(0x0a, from);
    return at < 0 ? -1 : at + 1;
  },
};
