import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

/** Where the desk remembers how the analyst arranged it. Never a place for facts. */
export type Memory = {
  /** @returns null when nothing is remembered under `key` */
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string | null) => void;
};

const forgetful: Memory = { read: () => null, write: () => {} };
const MemoryContext = createContext<Memory>(forgetful);

/** Hands a memory to every part beneath; without one the parts start anew each time. */
export function MemoryProvider({ memory, children }: { readonly memory: Memory; readonly children: ReactNode }) {
  return <MemoryContext value={memory}>{children}</MemoryContext>;
}

/**
 * A value that comes back after a restart.
 *
 * @param isValid - what comes from an older version, or from anybody's hand, is dropped unless this accepts it
 */
export function useRemembered<Value>(
  key: string,
  initial: Value,
  isValid: (value: unknown) => value is Value,
): [Value, (value: Value) => void] {
  const memory = useContext(MemoryContext);
  const [value, setValue] = useState<Value>(() => {
    const kept = parse(memory.read(key));
    return isValid(kept) ? kept : initial;
  });
  const change = useCallback(
    (next: Value) => {
      setValue(next);
      memory.write(key, JSON.stringify(next));
    },
    [key, memory],
  );
  return [value, change];
}

function parse(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Written by a hand or cut short: as if nothing were remembered.
    return undefined;
  }
}
