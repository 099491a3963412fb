/** What is known of a page's blocks: 1 belongs to the article, 0 does not, null is not known. */
export type Labels = readonly (number | null)[];

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** Labels blocks by a whole gold text: by the share of their runs of words that stand in it; short ones by its lines. */
export function labelByText(blocks: readonly string[], gold: string): Labels {
  const runs = new Set(runsOf(wordsOf(gold), 4));
  const whole = ` ${wordsOf(gold).join(' ')} `;
  const lines = new Set(gold.split(/\n+/).map((line) => wordsOf(line).join(' ')));
  return blocks.map((block) => {
    const words = wordsOf(block);
    if (words.length < 4)
      return lines.has(words.join(' ')) || (words.length === 3 && whole.includes(` ${words.join(' ')} `)) ? 1 : 0;
    const own = runsOf(words, 4);
    return own.filter((run) => runs.has(run)).length / own.length;
  });
}

/** Labels the blocks that hold what must or must not be in the text. */
export function labelBySnippets(
  blocks: readonly string[],
  wanted: readonly string[],
  unwanted: readonly string[],
): Labels {
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  const good = wanted.map(flat);
  const bad = unwanted.map(flat);
  return blocks.map((block) => {
    const words = flat(block);
    const isWanted = good.some((snippet) => words.includes(snippet));
    const isUnwanted = bad.some((snippet) => words.includes(snippet));
    return isWanted === isUnwanted ? null : isWanted ? 1 : 0;
  });
}

/** Words of a text, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORDS) ?? [];
}

function runsOf(words: readonly string[], size: number): string[] {
  return words.slice(0, Math.max(0, words.length - size + 1)).map((_, at) => words.slice(at, at + size).join(' '));
}
