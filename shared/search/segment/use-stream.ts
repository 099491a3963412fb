/** Uses of terms as they come, document by document: which term, at which position. */
export type UseStream = {
  count: number;
  terms: Int32Array;
  positions: Int32Array;
  /** Where the uses of each document begin. */
  readonly starts: number[];
  /** The next document begins. */
  begin(): void;
  push(term: number, position: number): void;
};

/** A stream without uses. */
export function newUseStream(): UseStream {
  return new Stream();
}

class Stream implements UseStream {
  count = 0;
  terms = new Int32Array(1 << 12);
  positions = new Int32Array(1 << 12);
  readonly starts: number[] = [];

  begin(): void {
    this.starts.push(this.count);
  }

  push(term: number, position: number): void {
    if (this.count === this.terms.length) {
      this.terms = twice(this.terms);
      this.positions = twice(this.positions);
    }
    this.terms[this.count] = term;
    this.positions[this.count++] = position;
  }
}

function twice(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(from.length * 2);
  grown.set(from);
  return grown;
}
