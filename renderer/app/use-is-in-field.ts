import { useSyncExternalStore } from 'react';
import { isField } from './is-field.ts';

/** Whether a field has the caret now: keys that type are its own then. */
export function useIsInField(): boolean {
  return useSyncExternalStore(listen, () => isField(document.activeElement));
}

function listen(listener: () => void): () => void {
  // the focus stands elsewhere only once the event is over
  const later = () => queueMicrotask(listener);
  document.addEventListener('focusin', later);
  document.addEventListener('focusout', later);
  return () => {
    document.removeEventListener('focusin', later);
    document.removeEventListener('focusout', later);
  };
}
