import type { Highlight } from '#shared/domain/highlight.ts';
import type { TextLine } from './file-schemas.ts';

/** How many faults are told one by one. */
const MOST_TOLD = 50;

type Passage = { readonly id: string; readonly start: number; readonly end: number; readonly quote: string };

/** Compares each highlight with the text it was made on, once that text passes by. */
export class QuoteCheck {
  readonly #passages = new Map<string, Passage[]>();
  readonly #faults: string[] = [];

  /** Takes a highlight; all of them come before the texts. */
  expect({ id, made: { textId, start, end, quote } }: Highlight): void {
    const passages = this.#passages.get(textId) ?? [];
    passages.push({ id, start, end, quote });
    this.#passages.set(textId, passages);
  }

  /** Takes a text and looks for the words that were marked in it. */
  look({ id, text }: Pick<TextLine, 'id' | 'text'>): void {
    for (const passage of this.#passages.get(id) ?? []) {
      if (text.slice(passage.start, passage.end) === passage.quote || this.#faults.length >= MOST_TOLD) continue;
      this.#faults.push(`Highlight ${passage.id} quotes other words than its text has at ${passage.start}.`);
    }
    this.#passages.delete(id);
  }

  /** What was found: told, never a reason to refuse a file, for it may be the last copy. */
  get faults(): readonly string[] {
    return this.#faults;
  }
}
