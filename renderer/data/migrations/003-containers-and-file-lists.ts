/** Version 3: what files of many records held, and which files an import was asked for. */
export const containersAndFileLists = {
  version: 3,
  stores: {
    containers: 'id, caseId',
    recordLists: 'id, caseId, containerId',
    fileLists: '[importId+first]',
  },
} as const;
