/** Uses in one piece of a stream. */
const PIECE = 1 << 16;

type Piece = { readonly terms: Int32Array; readonly notes: Int32Array };

/** Uses of terms as they come, document by document: which term, and at which place: position << 1 | capital. */
export class UseStream {
  /** Where the uses of each document begin. */
  readonly starts: number[] = [];
  private readonly pieces: Piece[] = [];
  private terms = new Int32Array(0);
  private notes = new Int32Array(0);
  /** Uses in the last piece; the others are full. */
  private filled = 0;

  get count(): number {
    return Math.max(0, this.pieces.length - 1) * PIECE + this.filled;
  }

  /** The next document begins. */
  begin(): void {
    this.starts.push(this.count);
  }

  push(term: number, note: number): void {
    if (this.filled === this.terms.length) this.addPiece();
    this.terms[this.filled] = term;
    this.notes[this.filled++] = note;
  }

  /** How often each of so many terms is used. */
  countUses(terms: number): Int32Array {
    const uses = new Int32Array(terms);
    this.visitPieces((piece, count) => {
      for (let at = 0; at < count; at++) {
        const term = piece.terms[at] as number;
        uses[term] = (uses[term] as number) + 1;
      }
    });
    return uses;
  }

  /** Visits the pieces in order; what is behind `count` uses in one does not belong to it. */
  visitPieces(visit: (piece: Piece, count: number, start: number) => void): void {
    for (const [at, piece] of this.pieces.entries()) {
      visit(piece, at === this.pieces.length - 1 ? this.filled : PIECE, at * PIECE);
    }
  }

  private addPiece(): void {
    // most segments are of one article and should cost little
    const room = this.pieces.length === 0 && this.terms.length === 0 ? FIRST : PIECE;
    const [terms, notes] = [new Int32Array(room), new Int32Array(room)];
    if (this.terms.length === FIRST) {
      terms.set(this.terms);
      notes.set(this.notes);
      this.pieces.pop();
    } else this.filled = 0;
    this.terms = terms;
    this.notes = notes;
    this.pieces.push({ terms, notes });
  }
}

/** Uses that there is room for at first. */
const FIRST = 1 << 12;
