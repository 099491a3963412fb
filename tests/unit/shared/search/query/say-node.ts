import type { PhraseSlot, QueryNode, TextNode } from '#shared/search/model/query.ts';

/** A query node as one line that an eye can check: `and(a, not("b c"))`. */
export function sayNode(node: QueryNode | null): string {
  if (node === null) return '-';
  switch (node.kind) {
    case 'text':
      return sayText(node.node);
    case 'not':
      return `not(${sayNode(node.child)})`;
    case 'filter':
      return `${node.name}:${node.slots.map(saySlot).join('+')}`;
    case 'case':
      return `case:${node.slots.map(saySlot).join('+')}`;
    case 'range':
      return `${node.name}:[${node.range.min ?? ''}..${node.range.max ?? ''}]`;
    default:
      return `${node.kind}(${node.children.map(sayNode).join(', ')})`;
  }
}

function sayText(node: TextNode): string {
  if (node.kind === 'any') return `any(${node.children.map(sayText).join(', ')})`;
  if (node.kind === 'near') {
    return `${node.isOrdered ? 'before' : 'near'}${node.distance}(${sayText(node.left)}, ${sayText(node.right)})`;
  }
  const slots = node.slots.map(saySlot).join('+');
  return `${node.fields === null ? '' : `${node.fields.join('/')}:`}${node.isExact ? '=' : ''}${slots}`;
}

function saySlot(slot: PhraseSlot): string {
  if (slot.kind === 'word') return slot.word.sign + slot.word.parts.join("'");
  const { pattern } = slot;
  if (pattern.kind === 'prefix') return `<${pattern.letters}*>`;
  return pattern.kind === 'fuzzy' ? `<${pattern.letters}~${pattern.edits}>` : `<${pattern.letters}>`;
}
