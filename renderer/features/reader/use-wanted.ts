import { useEffect, useRef } from 'react';
import type { Mark } from '#renderer/services/reader/mark.ts';
import type { Wanted } from '#renderer/services/reader/reader-route.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';

/** Goes once to what the address asks for: a marked passage, words at a place, or the first words that were looked for. */
export function useWanted(
  wanted: Wanted,
  marks: readonly Mark[] | undefined,
  hits: readonly TextSpan[],
  reveal: (span: TextSpan) => void,
): void {
  const done = useRef<Wanted | null>(null);
  useEffect(() => {
    if (done.current === wanted || !marks) return;
    done.current = wanted;
    const mark = marks.find(({ id }) => id === wanted.highlightId);
    const span = mark ?? wanted.span ?? hits[0];
    if (span) reveal(span);
  }, [wanted, marks, hits, reveal]);
}
