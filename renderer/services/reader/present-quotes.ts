import type { Workspace } from '#renderer/data/workspace.ts';
import { describeQuote, type QuoteSelector } from '#shared/anchoring/describe-quote.ts';
import type { Highlight, PresentAnchor } from '#shared/domain/highlight.ts';

/** The words at which a passage stands now, with those around it. */
export type QuoteOf = (highlight: Highlight) => QuoteSelector;

/**
 * Reads at which words passages stand now: those that were resized or moved are read from the text, the others are as they
 * were made, as is one that cannot be found. To be read last in a live query: texts lie outside the tables.
 */
export async function presentQuotes(workspace: Workspace, highlights: readonly Highlight[]): Promise<QuoteOf> {
  const moved = highlights.flatMap(({ now, made }) => (now && !isAsMade(now, made) ? [now.textId] : []));
  const texts = new Map(
    await Promise.all([...new Set(moved)].map(async (id) => [id, (await workspace.articles.text(id)).text] as const)),
  );
  return ({ made, now }) => {
    const text = now && !isAsMade(now, made) ? texts.get(now.textId) : undefined;
    const isThere = text !== undefined && now !== null && now.start < now.end && now.end <= text.length;
    return isThere ? describeQuote(text, now) : { exact: made.quote, prefix: made.prefix, suffix: made.suffix };
  };
}

function isAsMade(now: PresentAnchor, made: Highlight['made']): boolean {
  return now.textId === made.textId && now.start === made.start && now.end === made.end;
}
