import type { PackedBytes, ParsedRecord } from './parsed-file.ts';

/** As many items, or as many bytes, as a pack of the store has at most: they become one as they are. */
const MOST_ITEMS = 64;
const MOST_BYTES = 1_000_000;
/** Bytes from which a single one is handed over as it is: whoever read it is done with it by then. */
const UNCOPIED = 32_000_000;

/**
 * Gathers records until they are worth a message, and lays their bytes side by side in buffers that can be handed over whole:
 * no byte is copied again on its way to the disk.
 */
export class RecordPacker {
  private records: ParsedRecord[] = [];
  private items = 0;
  private bytes = 0;

  /** Takes a record. */
  add(record: ParsedRecord): void {
    this.records.push(record);
    const { article } = record;
    if (!article) return;
    this.items++;
    this.bytes += (article.bytes?.length ?? 0) + article.rows.text.text.length;
  }

  /** Whether it is time to hand them over. */
  get isFull(): boolean {
    return this.items >= MOST_ITEMS || this.bytes >= MOST_BYTES || this.records.length >= 500;
  }

  /** Hands over what was gathered, and begins anew. */
  take(): ParsedRecord[] {
    const { records } = this;
    const captures = pack(records.map(({ article }) => article?.bytes ?? null));
    const texts = pack(records.map(({ article }) => article?.rows.text.text ?? null));
    this.records = [];
    this.items = 0;
    this.bytes = 0;
    return records.map((record, at) => {
      const { article } = record;
      const text = texts[at];
      if (!article || !text) return record;
      const rows = { ...article.rows, text: { ...article.rows.text, text } };
      return { ...record, article: { ...article, bytes: captures[at] ?? null, rows } };
    });
  }
}

/** The buffers beneath records, each once: what a message hands over. */
export function buffersOf(records: readonly ParsedRecord[]): ArrayBuffer[] {
  const parts = records.flatMap(({ article }) => (article ? [article.bytes, article.rows.text.text] : []));
  return [...new Set(parts.flatMap((part) => (part ? [part.buffer] : [])))];
}

function pack(parts: readonly (Uint8Array<ArrayBuffer> | null)[]): (PackedBytes | null)[] {
  const size = parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
  const [only, ...others] = parts.filter((part) => part !== null);
  if (only && others.length === 0 && only.length > UNCOPIED && only.length === only.buffer.byteLength)
    return [...parts];
  const whole = new Uint8Array(size);
  let at = 0;
  return parts.map((part) => {
    if (!part) return null;
    whole.set(part, at);
    at += part.length;
    return whole.subarray(at - part.length, at);
  });
}
