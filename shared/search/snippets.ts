import type { TextSpan } from '#shared/kernel/text-span.ts';
import { snapToGraphemes } from '#shared/text/graphemes.ts';
import type { QueryHit } from './evaluate/find-hits.ts';

/** A passage of a text to show for a result. */
export type Snippet = TextSpan & {
  /** What to mark, in the text's own offsets, in order, none over another. */
  readonly marks: readonly TextSpan[];
};

/** Code units: two lines of the result list. */
const LENGTH = 200;
/** Code units shown before the first mark, for the eye to come in. */
const LEAD = 50;

/**
 * The passages of a text that say most about its hits, the best first: most different terms, then most hits, then
 * the earliest. No passage goes over a line break or into another.
 *
 * @param hits - in the order of the text
 */
export function snippetsOf(text: string, hits: readonly QueryHit[], limit: number): Snippet[] {
  const windows = hits.map((_, first) => windowFrom(text, hits, first)).sort(byWorth);
  const chosen: Snippet[] = [];
  for (const window of windows) {
    if (chosen.length >= limit) break;
    const span = passageOf(text, window);
    if (chosen.every((other) => span.end <= other.start || other.end <= span.start)) {
      chosen.push({ ...span, marks: marksOf(hits, span) });
    }
  }
  return chosen;
}

function byWorth(a: readonly QueryHit[], b: readonly QueryHit[]): number {
  const terms = (window: readonly QueryHit[]) => new Set(window.map(({ term }) => term)).size;
  return terms(b) - terms(a) || b.length - a.length || (a[0]?.start ?? 0) - (b[0]?.start ?? 0);
}

/** The hits from `first` on that fit into one passage with it. */
function windowFrom(text: string, hits: readonly QueryHit[], first: number): QueryHit[] {
  const start = hits[first]?.start ?? 0;
  const end = lineAround(text, start).end;
  const rest = hits.slice(first);
  const beyond = rest.findIndex((hit) => hit.end > end || hit.end - start > LENGTH - LEAD);
  return beyond < 0 ? rest : rest.slice(0, Math.max(1, beyond));
}

/** A long line is cut at spaces, where there are any. */
function passageOf(text: string, window: readonly QueryHit[]): TextSpan {
  const first = window[0]?.start ?? 0;
  const last = Math.max(...window.map(({ end }) => end));
  const line = lineAround(text, first);
  if (line.end - line.start <= LENGTH) return line;
  const start = Math.max(line.start, Math.min(first - LEAD, line.end - LENGTH));
  const end = Math.min(line.end, Math.max(start + LENGTH, last));
  const from = start === line.start ? start : afterSpace(text, start, first);
  const to = end === line.end ? end : beforeSpace(text, end, last);
  return snapToGraphemes(text, { start: from, end: to });
}

function afterSpace(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s/);
  return space < 0 ? from : from + space + 1;
}

function beforeSpace(text: string, from: number, least: number): number {
  const part = text.slice(least, from);
  const space = part.search(/\s\S*$/);
  return space < 0 ? from : least + space;
}

function lineAround(text: string, at: number): TextSpan {
  const end = text.indexOf('\n', at);
  return { start: at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end };
}

/** Hits of several terms may overlap: they are marked as one. */
function marksOf(hits: readonly QueryHit[], span: TextSpan): TextSpan[] {
  const marks: { start: number; end: number }[] = [];
  for (const { start, end } of hits) {
    if (start < span.start || end > span.end) continue;
    const last = marks.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}
