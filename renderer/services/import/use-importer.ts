import { useSyncExternalStore } from 'react';
import type { Workspace } from '#renderer/data/workspace.ts';
import { startImport } from '#renderer/workers/import-client.ts';
import { useServices } from '../services.ts';
import { Importer, type ImporterState } from './importer.ts';

/** One importer for each open workspace: it outlives every place. */
const importers = new WeakMap<Workspace, Importer>();

/** The importer of a workspace in this window. */
export function importerOf(workspace: Workspace): Importer {
  const known = importers.get(workspace);
  if (known) return known;
  const importer = new Importer(workspace.db.name, startImport, () => Date.now());
  importers.set(workspace, importer);
  return importer;
}

/** The importer of this window, and what it is doing. */
export function useImporter(): { readonly importer: Importer; readonly state: ImporterState } {
  const { workspace } = useServices();
  const importer = importerOf(workspace);
  return { importer, state: useSyncExternalStore(importer.listen, importer.get) };
}
