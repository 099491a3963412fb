import type { Segment } from './segment/segment.ts';

/** More small segments than this are made one: every search looks at each of them. */
const MOST = 6;
/** A segment with more documents is left as it is, so that no merge takes minutes. */
const LARGEST = 250_000;
/** Deleted documents take room and time: above this part of a segment it is written anew. */
const MOST_DELETED = 0.3;

/** Segments next to each other that are worth merging; null when none are. */
export function mergeGroup(segments: readonly Segment[]): readonly Segment[] | null {
  const worn = segments.find(({ seal, deletedCount }) => deletedCount > seal.documents * MOST_DELETED);
  const group = largestGroup(segments);
  if (group.length > MOST) return group;
  return worn === undefined ? null : [worn];
}

/** The longest run of neighbours that together are not too large. */
function largestGroup(segments: readonly Segment[]): readonly Segment[] {
  let best: readonly Segment[] = [];
  for (let first = 0; first < segments.length; first++) {
    let documents = 0;
    let end = first;
    while (end < segments.length && documents + (segments[end]?.live ?? 0) <= LARGEST) {
      documents += segments[end]?.live ?? 0;
      end++;
    }
    if (end - first > best.length) best = segments.slice(first, end);
  }
  return best;
}
