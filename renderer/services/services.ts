import { createContext, useContext } from 'react';
import type { Workspace } from '#renderer/data/workspace.ts';
import type { SearchClient } from '#renderer/workers/search-client.ts';
import type { HandedFiles } from './case-file/handed-files.ts';
import type { Closing } from './closing.ts';
import type { CommandRegistry } from './commands/registry.ts';
import type { Notices } from './notices.ts';
import type { PlaceStatusBoard } from './place-status.ts';
import type { UnderWay } from './under-way.ts';

/** Everything a feature may ask for. The only door from features to data. */
export type Services = {
  readonly commands: CommandRegistry;
  readonly notices: Notices;
  readonly status: PlaceStatusBoard;
  readonly closing: Closing;
  readonly underWay: UnderWay;
  /** Files that the host handed to this window. */
  readonly handed: HandedFiles;
  /** The store of this machine: repositories read it, steps write it. */
  readonly workspace: Workspace;
  /** The search index of this machine, which all windows share. */
  readonly search: SearchClient;
};

/** Holds the services of this window. The composition root fills it. */
export const ServicesContext = createContext<Services | null>(null);

/** The services of this window. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices is used outside of the desk.');
  return services;
}
