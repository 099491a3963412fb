import type { IndexState, SearchAnswer } from '#shared/contracts/search-messages.ts';

/** A number with what it counts: `1 article`, `1,842 articles`. */
export function counted(number: number, one: string): string {
  return `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`;
}

/** How much was found; hits are left out until they are counted. */
export function foundWords({ articles }: Pick<SearchAnswer, 'articles'>, hits: number | null): string {
  return hits === null ? counted(articles, 'article') : `${counted(articles, 'article')}, ${counted(hits, 'hit')}`;
}

/** That nothing was found, of how much, and what helps. */
export function nothingWords(searched: number): string {
  if (searched === 0) return 'There is no article to look through yet.';
  const none =
    searched === 1 ? 'The one article does not hold that.' : `None of ${counted(searched, 'article')} holds that.`;
  return `${none} Fewer words find more.`;
}

/** How much of the corpus the index holds. */
export function indexWords({ isWhole, documents, articles }: IndexState): string {
  const of = `${documents.toLocaleString('en')} of ${counted(articles, 'article')}`;
  return isWhole ? `Index whole, ${of}` : `Building the index, ${of}`;
}
