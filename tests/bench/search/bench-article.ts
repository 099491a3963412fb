/** An article as every engine of the bench takes it in. */
export type BenchArticle = {
  /** From 1 on. */
  readonly id: number;
  readonly title: string;
  readonly body: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly date: number;
  readonly source: string;
};

/** Articles in one file that a page fetches. */
export const PER_FILE = 1000;
/** The first and the last day of the articles; they are spread evenly between. */
export const FIRST_DAY = Date.UTC(2019, 0, 1);
export const LAST_DAY = Date.UTC(2026, 10, 1);

/** The name of the file with the articles from `number * PER_FILE + 1` on. */
export function fileName(number: number): string {
  return `${String(number).padStart(4, '0')}.ndjson`;
}

/** The articles of a file. */
export function parseArticles(text: string): BenchArticle[] {
  return text.split('\n').map((line) => JSON.parse(line) as BenchArticle);
}
