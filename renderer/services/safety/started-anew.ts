/** Remembers which safety copy was the newest when the analyst chose to go on without what is missing. */
export type StartedAnewMemory = {
  readonly read: () => string | null;
  readonly note: (newest: string | null) => void;
};

const KEY = 'casewright.started-anew';

/**
 * A memory in the page's storage. It goes with the profile, and then the question comes again, which is what is wanted; where
 * the storage cannot be written, the answer holds until the page closes.
 */
export function startedAnewMemory(store: Pick<Storage, 'getItem' | 'setItem'>): StartedAnewMemory {
  let held: string | null = null;
  return {
    read: () => held ?? store.getItem(KEY),
    note(newest) {
      held = newest;
      try {
        if (newest !== null) store.setItem(KEY, newest);
      } catch (error) {
        console.warn(error);
      }
    },
  };
}
