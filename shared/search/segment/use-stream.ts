/** Uses in one piece of a stream. */
const PIECE = 1 << 16;
/** Uses that there is room for at first: most segments are of one article and should cost little. */
const FIRST = 1 << 12;

const none = new Int32Array(0);

type Piece = { readonly terms: Int32Array; readonly notes: Int32Array };

/** Uses of terms as they come, document by document: which term, and at which place: position << 1 | capital. */
export class UseStream {
  /** Where the uses of each document begin. */
  readonly starts: number[] = [];
  private readonly pieces: Piece[] = [];
  private last = -1;
  private terms: Int32Array = none;
  private notes: Int32Array = none;
  /** Uses in the last piece; the others are full. */
  private filled = 0;

  get count(): number {
    return Math.max(0, this.last) * PIECE + this.filled;
  }

  /** The next document begins. */
  begin(): void {
    this.starts.push(this.count);
  }

  push(term: number, note: number): void {
    if (this.filled === this.terms.length) this.nextPiece();
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
    for (let at = 0; at <= this.last; at++) {
      visit(this.pieces[at] as Piece, at === this.last ? this.filled : PIECE, at * PIECE);
    }
  }

  /** Forgets all uses; the room that they took is used again. */
  clear(): void {
    this.starts.length = 0;
    this.last = -1;
    this.filled = 0;
    this.terms = none;
    this.notes = none;
  }

  private nextPiece(): void {
    if (this.terms.length === FIRST) this.growFirst();
    else {
      this.last++;
      this.filled = 0;
      this.pieces[this.last] ??= pieceOf(this.last === 0 ? FIRST : PIECE);
    }
    const { terms, notes } = this.pieces[this.last] as Piece;
    this.terms = terms;
    this.notes = notes;
  }

  private growFirst(): void {
    const grown = pieceOf(PIECE);
    grown.terms.set(this.terms);
    grown.notes.set(this.notes);
    this.pieces[0] = grown;
  }
}

function pieceOf(room: number): Piece {
  return { terms: new Int32Array(room), notes: new Int32Array(room) };
}
