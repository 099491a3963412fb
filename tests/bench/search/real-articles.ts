import { linesOf } from '../text/sets.ts';

/** An article of the Reuters part of the corpus. */
export type RealArticle = {
  readonly title: string;
  readonly body: string;
  /** Articles of the same subject and place have the same. */
  readonly group: string;
  readonly sentences: readonly string[];
};

type Line = {
  readonly title?: string;
  readonly body?: string;
  readonly topics?: readonly string[];
  readonly places?: readonly string[];
};

/** All articles that have a body, without the marks of the wire. */
export function realArticles(): RealArticle[] {
  return linesOf<Line>('text/reuters-21578.jsonl.gz').flatMap((line) => {
    if (!line.body) return [];
    const body = line.body
      .replaceAll('\u0003', '')
      .replace(/\n\s*REUTER\s*$/i, '')
      .replace(/[ \t]*\n[ \t]{2,}/g, '\n\n')
      .replace(/([^\n])\n(?=[^\n])/g, '$1 ')
      .trim();
    return {
      title: (line.title ?? '').trim().replace(/\s+/g, ' '),
      body,
      group: `${line.topics?.[0] ?? 'none'}|${line.places?.[0] ?? ''}`,
      sentences: body.split(/(?<=[.!?])\s+(?=[A-Z"])/).filter((sentence) => sentence.length > 15),
    };
  });
}
