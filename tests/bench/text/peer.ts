import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** What the peer makes of a page; empty where it fails. */
export type PeerArticle = {
  readonly text: string;
  readonly title: string;
  readonly byline: string;
  readonly date: string;
};

/** Reads a page with @mozilla/readability on linkedom, with no further help. */
export function readByPeer(markup: string): PeerArticle {
  const { document } = parseHTML(markup);
  const found = parsed(document);
  return {
    text: found?.textContent ?? '',
    title: found?.title ?? '',
    byline: found?.byline ?? '',
    date: found?.publishedTime ?? '',
  };
}

function parsed(document: Document): ReturnType<Readability['parse']> {
  try {
    return new Readability(document).parse();
  } catch {
    // It throws on eight pages of the sets: nothing found, as its users would see it.
    return null;
  }
}
