import { type RefObject, useLayoutEffect, useState } from 'react';
import type { LaidText } from './layout-blocks.ts';
import { TextMap } from './text-map.ts';
import { mapText } from './text-nodes.ts';

const NOTHING = new TextMap<Node>([]);

/** The map of the text below `root` as it stands on the page; a new one when a folded passage opens or closes. */
export function useTextMap(root: RefObject<HTMLElement | null>, laid: LaidText, isShown: boolean): TextMap<Node> {
  const [map, setMap] = useState(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text, or one that is shown again, means other nodes
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const read = () => setMap(mapText(element));
    read();
    const observer = new MutationObserver(read);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [root, laid, isShown]);
  return map;
}
