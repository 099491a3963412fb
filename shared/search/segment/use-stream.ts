/** Uses of terms as they come, document by document: which term, and at which place: position << 1 | capital. */
export type UseStream = {
  count: number;
  terms: Int32Array;
  notes: Int32Array;
  /** Where the uses of each document begin. */
  readonly starts: number[];
  /** The next document begins. */
  begin(): void;
  push(term: number, note: number): void;
};

/** A stream without uses. */
export function newUseStream(): UseStream {
  return new Stream();
}

class Stream implements UseStream {
  count = 0;
  terms = new Int32Array(1 << 12);
  notes = new Int32Array(1 << 12);
  readonly starts: number[] = [];

  begin(): void {
    this.starts.push(this.count);
  }

  push(term: number, note: number): void {
    if (this.count === this.terms.length) {
      this.terms = twice(this.terms);
      this.notes = twice(this.notes);
    }
    this.terms[this.count] = term;
    this.notes[this.count++] = note;
  }
}

function twice(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(from.length * 2);
  grown.set(from);
  return grown;
}
