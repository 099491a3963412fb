/** What is remembered of the last safety copy of a case: which one it is, and the state that it holds. */
export type RememberedCopy = { readonly sha256: string; readonly state: string };

/** Remembers across restarts and windows which state of each case has been copied. */
export type CopyMemory = {
  readonly read: () => ReadonlyMap<string, RememberedCopy>;
  readonly note: (caseId: string, copy: RememberedCopy) => void;
};

const KEY = 'casewright.safety-copies';

/** As much of `localStorage` as is needed. */
type Store = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * A memory in the page's storage. It goes with the profile, and then every case is copied again, which is what is wanted; a
 * storage that cannot be written costs no more than that.
 */
export function storedCopyMemory(store: Store): CopyMemory {
  const read = () => new Map(Object.entries(readStored(store)));
  return {
    read,
    note(caseId, copy) {
      try {
        store.setItem(KEY, JSON.stringify({ ...readStored(store), [caseId]: copy }));
      } catch (error) {
        console.warn(error);
      }
    },
  };
}

type Stored = Record<string, RememberedCopy>;

function readStored(store: Store): Stored {
  try {
    const stored: unknown = JSON.parse(store.getItem(KEY) ?? '{}');
    return isStored(stored) ? stored : {};
  } catch {
    return {}; // somebody wrote something else there: as good as nothing
  }
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((each) => typeof each?.sha256 === 'string' && typeof each?.state === 'string');
}
