import type { QueryNode, TextNode } from '#shared/search/model/query.ts';
import { FARTHEST } from './query-limits.ts';

/** Joins what could be read; one alone stays as it is, nothing is null. Nested ANDs (and ORs) become one. */
export function combine(kind: 'and' | 'or', nodes: readonly (QueryNode | null)[]): QueryNode | null {
  const children = nodes.flatMap((node) => {
    if (node === null) return [];
    return node.kind === kind ? node.children : [node];
  });
  const [only] = children;
  if (only === undefined) return null;
  return children.length === 1 ? only : { kind, children };
}

/** Two sides that stand near each other; null when a side is no words (a filter, a NOT, an AND). */
export function nearNode(
  left: QueryNode,
  right: QueryNode,
  { distance, isOrdered }: { readonly distance: number; readonly isOrdered: boolean },
): QueryNode | null {
  const [one, other] = [textNodeOf(left), textNodeOf(right)];
  if (one === null || other === null) return null;
  const node: TextNode = { kind: 'near', left: one, right: other, distance: Math.min(distance, FARTHEST), isOrdered };
  return { kind: 'text', node };
}

function textNodeOf(node: QueryNode): TextNode | null {
  if (node.kind === 'text') return node.node;
  if (node.kind !== 'or') return null;
  const children = node.children.map(textNodeOf);
  return children.every((child) => child !== null) ? { kind: 'any', children } : null;
}
