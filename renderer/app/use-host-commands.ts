import { useEffect } from 'react';
import { callHost, listenToHost } from '#renderer/platform/host.ts';
import { useServices } from '#renderer/services/services.ts';

/** Carries out what the native menu asks for, and lets the window go once everything is written. */
export function useHostCommands(): void {
  const { commands, closing } = useServices();
  useEffect(() => {
    const stops = [
      listenToHost('command:run', ({ id }) => void commands.run(id)),
      listenToHost('window:closing', () => {
        closing
          .settle()
          .then(() => callHost('window:may-close', null))
          .catch((error: unknown) => console.error(error));
      }),
    ];
    callHost('window:ready', null).catch((error: unknown) => console.error(error));
    return () => {
      for (const stop of stops) stop();
    };
  }, [commands, closing]);
}
