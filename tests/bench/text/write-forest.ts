import type { Tree } from './grow-forest.ts';

/** Code units of a line of the written forest. */
const LINE = 240;

/** Writes a forest as the extractor reads it: nodes in preorder, numbers as short as they may be. */
export function writeForest(forest: readonly Tree[]): string {
  const nodes = forest.flatMap(nodesOf);
  const lines: string[] = [];
  for (const node of nodes) {
    const last = lines.at(-1);
    if (last === undefined || last.length + node.length + 1 > LINE) lines.push(node);
    else lines[lines.length - 1] = `${last} ${node}`;
  }
  return lines.join('\n');
}

function nodesOf(tree: Tree): string[] {
  if ('value' in tree) return [short(tree.value)];
  return [`${tree.feature}<${short(tree.bound)}`, ...nodesOf(tree.left), ...nodesOf(tree.right)];
}

function short(number: number): string {
  return String(Number(number.toPrecision(4)));
}
