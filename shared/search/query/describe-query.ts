import type { SearchField } from '#shared/search/model/index-document.ts';
import type { PhraseSlot, QueryNode, RangeName, TextNode } from '#shared/search/model/query.ts';

/** A stretch of the sentence; what was typed stands out. */
export type QueryWords = { readonly words: string; readonly isTyped: boolean };

const IN_FIELD: Readonly<Record<SearchField, string>> = {
  title: ' in the title',
  text: ' in the text',
  byline: ' in the byline',
  note: ' in a note',
  highlight: ' in a note on a highlight',
  entity: ' in the name of an entity',
  event: ' in an event',
};
const OF_RANGE: Readonly<Record<RangeName, string>> = {
  published: 'published ',
  imported: 'imported ',
  words: 'with words ',
  killed: 'with killed ',
  injured: 'with injured ',
  casualties: 'with killed or injured ',
};

/**
 * Says a query back: "Articles that contain **shells** and the phrase **covered market**, and not **opinion**, published
 * **2019-11**".
 *
 * @returns an empty list for a query that asks for nothing
 */
export function describeQuery(root: QueryNode | null): QueryWords[] {
  if (root === null) return [];
  const children = root.kind === 'and' ? root.children : [root];
  const wanted = children.filter(isOfWords);
  const excluded = children.flatMap((node) => (node.kind === 'not' && isOfWords(node.child) ? [node.child] : []));
  const rest = children.filter((node) => !isOfWords(node) && !(node.kind === 'not' && isOfWords(node.child)));
  const not = excluded.length > 0 ? listed(excluded.map(nodeWords), ' or ') : [];
  const clauses: QueryWords[][] = [];
  if (wanted.length > 0) clauses.push([plain('that contain '), ...listed(wanted.map(nodeWords), ' and ')]);
  if (not.length > 0) clauses.push([plain(wanted.length > 0 ? 'and not ' : 'that do not contain '), ...not]);
  clauses.push(...rest.map(nodeWords));
  return joinPlain([plain('Articles '), ...listed(clauses, ', ')]);
}

/** Whether a node is about words alone, so that articles "contain" it. */
function isOfWords(node: QueryNode): boolean {
  if (node.kind === 'text') return true;
  return (node.kind === 'or' || node.kind === 'and') && node.children.every(isOfWords);
}

function nodeWords(node: QueryNode): QueryWords[] {
  switch (node.kind) {
    case 'text':
      return textWords(node.node);
    case 'not':
      return [plain('not '), ...nodeWords(node.child)];
    case 'filter':
      return [plain(`with ${node.name.replace('-', ' ')} `), typed(node.written)];
    case 'case':
      return [plain('in the case '), typed(node.written)];
    case 'range':
      return [plain(OF_RANGE[node.name]), typed(node.written)];
    default:
      return [plain('('), ...listed(node.children.map(nodeWords), ` ${node.kind} `), plain(')')];
  }
}

function textWords(node: TextNode): QueryWords[] {
  if (node.kind === 'any') return [plain('('), ...listed(node.children.map(textWords), ' or '), plain(')')];
  if (node.kind === 'near') {
    const between = node.isOrdered
      ? ` at most ${counted(node.distance)} before `
      : ` at most ${counted(node.distance)} from `;
    return [...textWords(node.left), plain(between), ...textWords(node.right)];
  }
  const words = node.slots.map(slotWords).join(' ');
  const [only] = node.slots;
  const kind = node.slots.length > 1 ? 'the phrase ' : only?.kind === 'pattern' ? patternWords(only) : '';
  const exactly = node.isExact ? 'exactly ' : '';
  const where = node.fields === null ? '' : node.fields.map((field) => IN_FIELD[field]).join(' or');
  return [plain(exactly + kind), typed(words), plain(where)];
}

function slotWords(slot: PhraseSlot): string {
  if (slot.kind === 'word') return slot.word.sign + slot.word.written;
  return slot.pattern.kind === 'prefix' ? `${slot.pattern.letters}*` : slot.pattern.letters;
}

function patternWords({ pattern }: Extract<PhraseSlot, { kind: 'pattern' }>): string {
  if (pattern.kind !== 'fuzzy') return 'words like ';
  return pattern.edits === 1 ? 'with up to one typo ' : 'with up to two typos ';
}

function counted(words: number): string {
  return words === 1 ? '1 word' : `${words} words`;
}

function listed(parts: readonly QueryWords[][], between: string): QueryWords[] {
  return parts.flatMap((part, at) => (at > 0 ? [plain(between), ...part] : part));
}

function joinPlain(parts: readonly QueryWords[]): QueryWords[] {
  const joined: QueryWords[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.words === '') continue;
    if (last !== undefined && !last.isTyped && !part.isTyped)
      joined[joined.length - 1] = plain(last.words + part.words);
    else joined.push(part);
  }
  return joined;
}

function plain(words: string): QueryWords {
  return { words, isTyped: false };
}

function typed(words: string): QueryWords {
  return { words, isTyped: true };
}
