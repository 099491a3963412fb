/** Version 2: what the search index has still to hear of, how far the store has told it, and the log of searches. */
export const searchTables = {
  version: 2,
  stores: {
    searchChanges: '[seq+part]',
    searchState: 'id',
    searchLog: 'id, caseId',
  },
} as const;
