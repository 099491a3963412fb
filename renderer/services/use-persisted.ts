import { useEffect, useState } from 'react';

/** Whether the browser engine has promised to keep the store, asked for it if need be; null while it has not said. */
export function usePersisted(): boolean | null {
  const [isKept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    askToKeep().then(setKept, () => setKept(false));
  }, []);
  return isKept;
}

async function askToKeep(): Promise<boolean> {
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}
