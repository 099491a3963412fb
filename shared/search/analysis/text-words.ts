import type { TextSpan } from '#shared/kernel/text-span.ts';
import { type FoldedText, foldText } from '#shared/text/fold-text.ts';
import { lettersKey } from './letters-key.ts';
import { PartList } from './part-list.ts';
import { joinParts, visitSpellings } from './spellings.ts';

type Pairs = [number, number][];

/** The words of one text, taken apart as the index takes them, by the letters they are found by. */
export class TextWords {
  /** Positions by index key. */
  readonly plain = new Map<string, Pairs>();
  readonly spelled = new Map<string, Pairs>();
  readonly tags = new Map<string, Pairs>();
  private readonly text: string;
  private readonly folded: FoldedText;
  private readonly parts = new PartList();
  private readonly partAt = new Map<number, number>();

  constructor(text: string) {
    this.text = text;
    this.folded = foldText(text);
    this.parts.scan(this.folded.folded);
    for (let part = 0; part < this.parts.count; part++) {
      this.partAt.set(this.parts.positions[part] ?? 0, part);
      note(this.plain, joinParts(this.folded.folded, this.parts, part, part), this.pairOf(part, part));
    }
    visitSpellings(text, this.folded, this.parts, (letters, first, last) => {
      const map = letters.startsWith('#') || letters.startsWith('@') ? this.tags : this.spelled;
      note(map, letters, this.pairOf(first, last));
    });
  }

  /** Where words stand that are written exactly so; none are folded. */
  written(written: string, parts: number): Pairs {
    const found: Pairs = [];
    for (let first = 0; first + parts <= this.parts.count; first++) {
      const last = first + parts - 1;
      const isOneWord = this.parts.words[first] === this.parts.words[last];
      if (isOneWord && this.originalOf(first, last) === written) found.push(this.pairOf(first, last));
    }
    return found;
  }

  /** The words in the text as it is written that stand at positions. */
  spanOf(start: number, end: number): TextSpan {
    const first = this.partAt.get(start) ?? 0;
    const last = this.partAt.get(end - 1) ?? first;
    return this.folded.map.toOriginal({ start: this.parts.starts[first] ?? 0, end: this.parts.ends[last] ?? 0 });
  }

  private originalOf(first: number, last: number): string {
    const span = this.spanOf(this.parts.positions[first] ?? 0, (this.parts.positions[last] ?? 0) + 1);
    return this.text.slice(span.start, span.end);
  }

  private pairOf(first: number, last: number): [number, number] {
    return [this.parts.positions[first] ?? 0, (this.parts.positions[last] ?? 0) + 1];
  }
}

function note(map: Map<string, Pairs>, letters: string, pair: [number, number]): void {
  const key = lettersKey(letters);
  const known = map.get(key);
  if (known === undefined) map.set(key, [pair]);
  else known.push(pair);
}
