import { useEffect } from 'react';
import { listenToHost } from '#renderer/platform/host.ts';
import { useServices } from '#renderer/services/services.ts';

/** Carries out what the native menu asks for. */
export function useHostCommands(): void {
  const { commands } = useServices();
  useEffect(() => listenToHost('command:run', ({ id }) => void commands.run(id)), [commands]);
}
