import type { MimePart } from '../mime/mime-parts.ts';

/** What a mail's parts are to a reader. */
export type MailParts = {
  /** What the mail says, in its order: of each group of alternatives all, the richest first; one is read. */
  readonly bodies: readonly (readonly MimePart[])[];
  /** Parts that are files of their own. */
  readonly attached: readonly MimePart[];
};

const RICHEST_FIRST = ['text/html', 'text/plain', 'text/enriched'];

/** Sorts the parts of a mail: what it says, and what is attached to it. */
export function chooseBody(message: MimePart): MailParts {
  const bodies: MimePart[][] = [];
  const attached: MimePart[] = [];
  visit(message, bodies, attached);
  return { bodies, attached };
}

/** As deep as `splitMime` goes, and no deeper. */
function visit(part: MimePart, bodies: MimePart[][], attached: MimePart[]): void {
  if (part.parts.length === 0) {
    if (isWords(part)) bodies.push([part]);
    else attached.push(part);
  } else if (part.mediaType === 'multipart/alternative') {
    visitAlternatives(part, bodies, attached);
  } else {
    for (const inner of part.parts) visit(inner, bodies, attached);
  }
}

/** The same said in several ways, a picture of it or an invitation among them. */
function visitAlternatives(part: MimePart, bodies: MimePart[][], attached: MimePart[]): void {
  const ways: MimePart[][] = [];
  for (const inner of part.parts) visit(inner, ways, attached);
  const rank = ({ mediaType }: MimePart) => RICHEST_FIRST.indexOf(mediaType);
  const all = ways.flat().sort((a, b) => rank(a) - rank(b));
  if (all.length > 0) bodies.push(all);
}

/** A multipart whose parts were not found is read as the text it is. */
function isWords({ mediaType, disposition, fileName }: MimePart): boolean {
  if (disposition === 'attachment') return false;
  if (mediaType.startsWith('multipart/')) return true;
  return RICHEST_FIRST.includes(mediaType) && (fileName === null || disposition === 'inline');
}
