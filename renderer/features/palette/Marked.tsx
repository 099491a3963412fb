import type { TextSpan } from '#shared/kernel/text-span.ts';

/** A name with the letters that were typed marked in it. */
export function Marked({ text, spans }: { readonly text: string; readonly spans: readonly TextSpan[] }) {
  const parts: { key: number; words: string; isHit: boolean }[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    if (start < done) continue;
    parts.push({ key: done, words: text.slice(done, start), isHit: false });
    parts.push({ key: start + 0.5, words: text.slice(start, end), isHit: true });
    done = end;
  }
  parts.push({ key: done + 0.25, words: text.slice(done), isHit: false });
  return (
    <bdi>
      {parts.map(({ key, words, isHit }) => (isHit ? <mark key={key}>{words}</mark> : <span key={key}>{words}</span>))}
    </bdi>
  );
}
