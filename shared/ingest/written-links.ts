import { tokensOf } from '#shared/text/tokens.ts';
import type { LaidOutText } from './block-writer.ts';

/** Makes links of the addresses that are written out in a text without markup. */
export function withWrittenLinks(laidOut: LaidOutText): LaidOutText {
  const { text } = laidOut;
  const links = tokensOf(text)
    .filter(({ kind }) => kind === 'address')
    .map(({ start, end }) => ({ start, end, address: wholeAddress(text.slice(start, end)) }));
  return { ...laidOut, links };
}

function wholeAddress(written: string): string {
  return /^https?:/i.test(written) ? written : `https://${written}`;
}
