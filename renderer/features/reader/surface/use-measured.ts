import { useMemo } from 'react';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { measure, type Placed } from './measure.ts';
import type { Surface } from './use-surface.ts';

/** Where a passage stands in the text as it is laid out now; null while it is not drawn. */
export function useMeasured({ map, root, layout }: Surface, span: TextSpan): Placed | null {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `layout` is not read but counts layouts: lines may have moved
  return useMemo(
    () => (root.current ? measure(map, root.current.getBoundingClientRect(), span) : null),
    [map, root, span, layout],
  );
}
