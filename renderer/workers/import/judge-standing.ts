import { isSameJson } from '#shared/custody/canonical-json.ts';
import type { Article } from '#shared/domain/article.ts';

/** What the workspace has already of bytes that come in. */
export type StandingArticle =
  /** The article that these bytes are; `edited` names what it says otherwise than they do. */
  | { readonly kind: 'same'; readonly article: Article; readonly edited: readonly string[] }
  /** An article that goes by their name, with words that they do not hold. */
  | { readonly kind: 'stranger'; readonly article: Article };

/** What a reading of the same bytes comes to when the file is called otherwise; null when it cannot be read then. */
export type ReadAs = (fileName: string) => Promise<Article | null>;

/** What an analyst may have set, and its name in words. */
const EDITABLE = {
  title: 'title',
  byline: 'authors',
  published: 'date of publication',
  modified: 'date of change',
  url: 'address',
  canonicalUrl: 'own address',
} as const;

/**
 * Compares an article that stands with a fresh reading of the bytes that it claims to be. Its id alone proves nothing: a case
 * file from elsewhere brings articles with whatever text its maker chose. A name decides between formats, so the names under
 * which the bytes came before are tried too.
 *
 * @param names - under which the bytes came before
 */
export async function judgeStanding(
  article: Article,
  fresh: Article,
  names: readonly string[],
  readAs: ReadAs,
): Promise<StandingArticle> {
  if (holdsSameText(article, fresh)) return { kind: 'same', article, edited: editedFields(article, fresh) };
  for (const name of onePerEnding(names)) {
    const other = await readAs(name);
    if (other && holdsSameText(article, other)) return { kind: 'same', article, edited: editedFields(article, other) };
  }
  return { kind: 'stranger', article };
}

function holdsSameText(article: Article, fresh: Article): boolean {
  return (
    article.captureId === fresh.captureId && article.textId === fresh.textId && article.textHash === fresh.textHash
  );
}

function editedFields(article: Article, fresh: Article): string[] {
  const names = Object.keys(EDITABLE) as (keyof typeof EDITABLE)[];
  return names.filter((name) => !isSameJson(article[name], fresh[name])).map((name) => EDITABLE[name]);
}

/** Only its ending matters to how a file is read. */
function onePerEnding(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.slice(name.lastIndexOf('.') + 1).toLowerCase(), name])).values()];
}
