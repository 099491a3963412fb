import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useServices } from '../services.ts';
import type { Command, KeyedCommand } from './command.ts';

/**
 * Gives the desk these commands for as long as the part is drawn. They may be made anew in every render:
 * the registry hears only of a change in what they are called, of their keys, and of whether they can be done.
 */
export function useCommands(commands: readonly Command[]): void {
  const { commands: registry } = useServices();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const shape = JSON.stringify(commands.map(({ run: _, ...rest }) => rest));
  useEffect(() => {
    const shapes: Omit<Command, 'run'>[] = JSON.parse(shape);
    return registry.add(shapes.map((command, at) => ({ ...command, run: () => latest.current[at]?.run() })));
  }, [registry, shape]);
}

/** Every command that can be given now. */
export function useAllCommands(): readonly KeyedCommand[] {
  const { commands } = useServices();
  return useSyncExternalStore(commands.listen, commands.all);
}

/** The key of a command as this analyst has it, for tooltips and caps; undefined when it has none. */
export function useKeysOf(id: string): string | undefined {
  return useAllCommands().find((command) => command.id === id)?.ownKeys ?? undefined;
}
