import type { Memory } from '#renderer/ui/memory.tsx';

const PREFIX = 'desk.';

/**
 * Hears when another window of this profile remembers something else under `key`.
 *
 * @returns a function that stops listening
 */
export function listenToMemory(key: string, listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === PREFIX + key) listener();
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}

/** Remembers in this profile how the desk is arranged. Where the profile forbids it, nothing is remembered. */
export const deskMemory: Memory = {
  read(key) {
    try {
      return localStorage.getItem(PREFIX + key);
    } catch {
      // Storage is switched off in this browser: the desk starts as new each time.
      return null;
    }
  },
  write(key, value) {
    try {
      if (value === null) localStorage.removeItem(PREFIX + key);
      else localStorage.setItem(PREFIX + key, value);
    } catch {
      // Full or switched off: an arrangement is no reason to stop anybody's work.
    }
  },
};
