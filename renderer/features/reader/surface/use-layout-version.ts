import { type RefObject, useEffect, useState } from 'react';
import type { TextMap } from './text-map.ts';

/** A number that grows whenever lines may have moved: another width, other fonts, other words. */
export function useLayoutVersion(root: RefObject<HTMLElement | null>, map: TextMap<Node>): number {
  const [version, setVersion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another map means that other words are on the page
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const grow = () => setVersion((before) => before + 1);
    const observer = new ResizeObserver(grow);
    observer.observe(element);
    document.fonts.addEventListener('loadingdone', grow);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', grow);
    };
  }, [root, map]);
  return version;
}
