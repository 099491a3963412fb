import { useEffect, useState } from 'react';

/** Whether the browser engine has promised to keep the store; null while it has not said. */
export function usePersisted(): boolean | null {
  const [isKept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    navigator.storage.persisted().then(setKept, () => setKept(false));
  }, []);
  return isKept;
}
