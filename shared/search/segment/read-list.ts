import { BLOCK, makeRoom, type PostingList, readBlock, readBlockTable } from './postings.ts';

/** Reads all postings of a term. */
export function readList(bytes: Uint8Array, documents: number, into: PostingList): void {
  makeRoom(into, documents);
  into.count = documents;
  if (documents <= BLOCK) {
    readBlock(bytes, 0, 0, documents, into, 0);
    return;
  }
  const table = readBlockTable(bytes, documents);
  for (let block = 0; block < table.count; block++) {
    const base = block === 0 ? 0 : (table.lasts[block - 1] as number);
    const count = Math.min(BLOCK, documents - block * BLOCK);
    readBlock(bytes, table.offsets[block] as number, base, count, into, block * BLOCK);
  }
}
