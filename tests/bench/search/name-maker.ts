import { pick } from './seeded.ts';

/** Letters by the two before them, as they follow each other in rare words of real articles. */
type Chain = ReadonlyMap<string, readonly string[]>;

/** Makes names up that sound like those of some words. */
export class NameMaker {
  private readonly random: () => number;
  private readonly chain: Chain;

  constructor(random: () => number, words: Iterable<string>) {
    this.random = random;
    const chain = new Map<string, string[]>();
    for (const word of words) {
      const letters = `^^${word}$`;
      for (let at = 2; at < letters.length; at++) {
        const before = letters.slice(at - 2, at);
        const known = chain.get(before);
        if (known === undefined) chain.set(before, [letters[at] ?? '$']);
        else known.push(letters[at] ?? '$');
      }
    }
    this.chain = chain;
  }

  /** A name of five letters or more. */
  next(): string {
    for (;;) {
      let name = '';
      let before = '^^';
      for (let at = 0; at < 14; at++) {
        const letter = pick(this.random, this.chain.get(before) ?? ['$']);
        if (letter === '$') break;
        name += letter;
        before = (before[1] ?? '') + letter;
      }
      if (name.length > 4) return (name[0] ?? '').toUpperCase() + name.slice(1);
    }
  }
}
