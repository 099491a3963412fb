import type { MarkedText } from '#shared/contracts/search-messages.ts';

/** A piece of text with what was found in it marked. */
export function Marked({ of: { text, marks } }: { readonly of: Pick<MarkedText, 'text' | 'marks'> }) {
  let at = 0;
  return (
    <>
      {marks.map(({ start, end }) => {
        const before = text.slice(at, start);
        at = end;
        return (
          <span key={start}>
            {before}
            <mark>{text.slice(start, end)}</mark>
          </span>
        );
      })}
      {text.slice(at)}
    </>
  );
}
