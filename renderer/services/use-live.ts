import { useLiveQuery } from 'dexie-react-hooks';

/**
 * Reads from the store and reads again whenever what was read has changed, in this window or in another.
 *
 * @param read - reads through repositories; it is called again when one of `dependencies` changes
 * @returns undefined until the first read is done
 */
export function useLive<Value>(
  read: () => Promise<Value> | Value,
  dependencies: readonly unknown[],
): Value | undefined {
  return useLiveQuery(read, [...dependencies]);
}
