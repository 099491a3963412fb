/** Under which the windows of a workspace tell one another that a safety copy was written. */
const KEY = 'casewright.safety-copy-written';

const here = new EventTarget();

/** Says, to this window and to the others, that a safety copy was written. */
export function tellCopyWritten(now: number): void {
  here.dispatchEvent(new Event(KEY));
  try {
    localStorage.setItem(KEY, String(now));
  } catch {
    // Full or switched off: the other windows see the copy when they next ask the host.
  }
}

/** Hears of every safety copy that any window of the workspace writes. @returns a function that stops listening */
export function onCopyWritten(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === KEY) listener();
  };
  here.addEventListener(KEY, listener);
  window.addEventListener('storage', onStorage);
  return () => {
    here.removeEventListener(KEY, listener);
    window.removeEventListener('storage', onStorage);
  };
}
