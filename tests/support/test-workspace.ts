import { IDBFactory as FakeFactory, IDBKeyRange as FakeKeyRange } from 'fake-indexeddb';
import { afterEach } from 'vitest';
import type { IndexedDbPort } from '#renderer/data/workbench-database.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from '#renderer/data/workspace.ts';
import { seededPorts } from './seeded-ports.ts';

const opened: Workspace[] = [];
let names = 0;

/** A store of its own: the browser's where there is one, else one in memory. */
export function freshStore(): { store: IndexedDbPort; name: string } {
  const name = `casewright-test-${Date.now()}-${names++}`;
  if (globalThis.indexedDB) return { store: { indexedDB, IDBKeyRange }, name };
  return { store: { indexedDB: new FakeFactory(), IDBKeyRange: FakeKeyRange }, name };
}

/** Opens a workspace with seeded ports in a store of its own, or in the one given; it is closed after the test. */
export async function testWorkspace(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  const workspace = await openWorkspace({ ...freshStore(), ...seededPorts(), ...options });
  opened.push(workspace);
  return workspace;
}

afterEach(() => {
  for (const workspace of opened.splice(0)) workspace.close();
});
