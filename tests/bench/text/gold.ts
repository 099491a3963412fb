/** What the index of a page set says of a page; each set has some of it. */
export type GoldPage = {
  readonly id: string;
  readonly url: string;
  readonly html: string;
  readonly group: string;
  readonly lang?: string | null;
  readonly articleBody?: string;
  readonly expected?: {
    readonly title?: string;
    readonly authors?: readonly string[];
    readonly publishing_date?: string;
    readonly body: {
      readonly summary: readonly string[];
      readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[];
    };
  };
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly title?: string;
  readonly author?: string | readonly string[];
  readonly date?: string;
};

/** Sets of pages that say which text is the article's. */
export const PAGE_SETS = ['article-extraction-benchmark', 'fundus', 'trafilatura-eval'] as const;

/** The whole gold text of a page; null where only snippets are known. */
export function goldText({ articleBody, expected }: GoldPage): string | null {
  if (articleBody !== undefined) return articleBody;
  if (expected === undefined) return null;
  const { summary, sections } = expected.body;
  return [...summary, ...sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs])].join('\n');
}
