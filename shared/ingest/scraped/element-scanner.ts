import type { RecordScanner } from '../tables/cut-records.ts';

const QUOTE = 0x22;
const ESCAPE = 0x5c;
const COMMA = 0x2c;

/** Ends a record at each comma between the members of a JSON list, and at its end. Begins behind the bracket that opens the list. */
export class ElementScanner implements RecordScanner {
  private depth = 0;
  private isString = false;
  private isEscaped = false;

  next(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (this.isString) {
        if (this.isEscaped) this.isEscaped = false;
        else if (byte === ESCAPE) this.isEscaped = true;
        else if (byte === QUOTE) this.isString = false;
      } else if (byte === QUOTE) {
        this.isString = true;
      } else if (byte === 0x7b || byte === 0x5b) {
        this.depth++;
      } else if (byte === 0x7d || byte === 0x5d) {
        this.depth--;
        if (this.depth < 0) {
          this.depth = 0;
          return at + 1;
        }
      } else if (byte === COMMA && this.depth === 0) {
        return at + 1;
      }
    }
    return -1;
  }
}
