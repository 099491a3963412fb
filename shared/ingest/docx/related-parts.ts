import type { ZipParts } from '../archive/zip-parts.ts';
import { elementsOf } from '../xml/xml-tree.ts';

/** What a part of a document points at. */
export type Relation = {
  readonly id: string;
  /** The last word of its type: `footnotes`, `hyperlink`. */
  readonly type: string;
  /** The name of a part, or an address where it lies outside. */
  readonly target: string;
  readonly isOutside: boolean;
};

/** What a part points at; nothing where it says nothing. The package itself is the part of the empty name. */
export async function relationsOf(parts: ZipParts, part: string): Promise<readonly Relation[]> {
  const folder = part.replace(/[^/]*$/, '');
  const tree = await parts.tree(`${folder}_rels/${part.slice(folder.length)}.rels`);
  return [...elementsOf(tree, 'Relationship')].map(({ attributes }) => {
    const target = attributes.get('Target') ?? '';
    const isOutside = attributes.get('TargetMode') === 'External';
    return {
      id: attributes.get('Id') ?? '',
      type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
      target: isOutside ? target : wholeName(folder, target),
      isOutside,
    };
  });
}

/** The name of a part from where another stands. */
function wholeName(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
