import { useCallback, useMemo } from 'react';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import { type Destination, readRoute, routeTo, writeRoute } from '#renderer/services/route.tsx';

/** The route in the window's address, and how to change it. Going back is the browser's own back. */
export function useHashRoute() {
  const [path] = useHashLocation();
  const route = useMemo(() => readRoute(path), [path]);
  const go = useCallback((to: Destination) => {
    // Read afresh: two steps in one go must not undo each other.
    const from = readRoute(location.hash.replace(/^#/, ''));
    navigate(writeRoute(routeTo(from, to)));
  }, []);
  return useMemo(() => ({ route, go }), [route, go]);
}
