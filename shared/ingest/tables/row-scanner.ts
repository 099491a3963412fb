import type { RecordScanner } from './cut-records.ts';

const QUOTE = 0x22;
const LINE_BREAK = 0x0a;

/** Ends a record at each line break outside of quotes, in charsets that write ASCII as it is, and in UTF-16. */
export class RowScanner implements RecordScanner {
  private readonly delimiter: number;
  /** Bytes of a character, and which of them is the lower one. */
  private readonly width: 1 | 2;
  private readonly low: 0 | 1;
  private state: 'start' | 'plain' | 'quoted' | 'quote' = 'start';
  /** Bytes seen, to stay in step with UTF-16 over pieces of odd length. */
  private seen = 0;
  private high = 0;
  private lower = 0;

  constructor(delimiter: string, charset: string) {
    this.delimiter = delimiter.charCodeAt(0);
    this.width = charset.startsWith('utf-16') ? 2 : 1;
    this.low = charset === 'utf-16be' ? 1 : 0;
  }

  next(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (this.width === 2 && !this.completes(byte)) continue;
      const code = this.width === 1 ? byte : this.high === 0 ? this.lower : 0x80;
      if (this.step(code)) return at + 1;
    }
    return -1;
  }

  /** Takes one byte of a character of two; whether it is whole now. */
  private completes(byte: number): boolean {
    if (this.seen++ % 2 === this.low) this.lower = byte;
    else this.high = byte;
    return this.seen % 2 === 0;
  }

  /** Whether a row ends with this character. */
  private step(code: number): boolean {
    if (this.state === 'quoted') {
      if (code === QUOTE) this.state = 'quote';
      return false;
    }
    if (code === LINE_BREAK) {
      this.state = 'start';
      return true;
    }
    if (code === this.delimiter) this.state = 'start';
    else if (code === QUOTE && this.state !== 'plain') this.state = 'quoted';
    else this.state = 'plain';
    return false;
  }
}
