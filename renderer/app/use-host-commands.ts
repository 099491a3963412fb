import { useEffect } from 'react';
import { callHost, listenToHost } from '#renderer/platform/host.ts';
import { useServices } from '#renderer/services/services.ts';
import { leaveField } from './leave-field.ts';

/** Carries out what the native menu asks for, and lets the window go once everything is written. */
export function useHostCommands(): void {
  useEffect(() => {
    // a browser's window closes without asking: what stands in a field is at least begun to be committed
    const leave = () => void leaveField();
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, []);
  const { commands, closing, handed } = useServices();
  useEffect(() => {
    const stops = [
      listenToHost('file:opened', (file) => handed.arrive(file)),
      listenToHost('command:run', ({ id }) => void commands.run(id)),
      listenToHost('window:closing', () => {
        leaveField()
          .then(() => closing.settle())
          .then(() => callHost('window:may-close', null))
          .catch((error: unknown) => console.error(error));
      }),
    ];
    callHost('window:ready', null).catch((error: unknown) => console.error(error));
    return () => {
      for (const stop of stops) stop();
    };
  }, [commands, closing, handed]);
}
