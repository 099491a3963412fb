import { useSyncExternalStore } from 'react';

/** The width of the window in CSS pixels, kept current. */
export function useWindowWidth(): number {
  return useSyncExternalStore(listen, () => window.innerWidth);
}

function listen(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}
