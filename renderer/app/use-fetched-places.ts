import { useEffect } from 'react';
import { places } from './places.tsx';

/** Milliseconds after the first place is drawn: its own reading comes first. */
const AFTER = 1200;

/** Fetches the places that were not entered yet, one after another, so that going to one waits for nothing. */
export function useFetchedPlaces(): void {
  useEffect(() => {
    let isStopped = false;
    const timer = window.setTimeout(async () => {
      for (const place of places) {
        if (isStopped) return;
        await place.fetch().catch((error: unknown) => console.error(error));
      }
    }, AFTER);
    return () => {
      isStopped = true;
      window.clearTimeout(timer);
    };
  }, []);
}
