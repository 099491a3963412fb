import type { Shelf } from '#renderer/workers/case-file/shelf.ts';
import { memoryFile } from './memory-case.ts';

/** A shelf in memory that tells what became of each file. */
export function memoryShelf(): Shelf & { readonly states: () => string[] } {
  const files: { state: () => string; isDropped: boolean }[] = [];
  return {
    states: () => files.map(({ state, isDropped }) => (isDropped ? 'dropped' : state())),
    async open() {
      const { writable, blob, state } = memoryFile();
      const file = { state, isDropped: false };
      files.push(file);
      return {
        writable,
        read: async () => blob(),
        drop: async () => {
          file.isDropped = true;
        },
      };
    },
  };
}
