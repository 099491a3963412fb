import { Dictionary } from './dictionary.ts';
import { withoutRoom, withRoom } from './growing.ts';
import { NarrowNumbers } from './narrow-numbers.ts';

/**
 * Keeps titles as the numbers of their words: a hundred thousand titles use some ten thousand words, so that two bytes stand
 * for one, and a word that is looked for is looked for once in all of them.
 */
export class Titles {
  /** The parts between spaces, as they are written. */
  private readonly words: Dictionary;
  /** Parts of all titles, one title after another. */
  private readonly parts = new NarrowNumbers();
  private ends = new Uint32Array(0);
  private count = 0;

  constructor(fold: (text: string) => string) {
    this.words = new Dictionary(fold);
  }

  /** Titles that were ever added. */
  get size(): number {
    return this.count;
  }

  /** Adds a title and returns its number. */
  add(title: string): number {
    const code = this.count++;
    let end = this.start(code);
    for (const part of title.split(' ')) this.parts.set(end++, this.words.add(part));
    this.ends = withRoom(this.ends, this.count);
    this.ends[code] = end;
    return code;
  }

  /** The title of a number below `size`. */
  at(code: number): string {
    let title = '';
    const start = this.start(code);
    const end = this.ends[code] ?? 0;
    for (let at = start; at < end; at++) title += `${at > start ? ' ' : ''}${this.words.at(this.parts.at(at))}`;
    return title;
  }

  /** Calls `found` once with the number of each title that holds a folded word without a space in it. */
  search(word: string, found: (code: number) => void): void {
    const holds = new Uint8Array(this.words.size);
    let hasAny = false;
    this.words.search(word, (part) => {
      holds[part] = 1;
      hasAny = true;
    });
    if (!hasAny) return;
    const { ends } = this;
    const { values } = this.parts;
    let at = 0;
    for (let code = 0; code < this.count; code++) {
      const end = ends[code] ?? 0;
      for (; at < end; at++) {
        if (holds[values[at] ?? 0] === 1) {
          found(code);
          break;
        }
      }
      at = end;
    }
  }

  /** Lets go of room for more. */
  trim(): void {
    this.words.trim();
    this.parts.trim();
    this.ends = withoutRoom(this.ends, this.count);
  }

  private start(code: number): number {
    return code === 0 ? 0 : (this.ends[code - 1] ?? 0);
  }
}
