import { useEffect, useRef } from 'react';
import { callHost } from '#renderer/platform/host.ts';
import { AppError, toPayload } from '#shared/kernel/app-error.ts';
import { useServices } from '../services.ts';
import { fetchOpened } from './fetch-opened.ts';

/** Hands on every case file that the operating system, a second start or the native menu gives this window. */
export function useOpenedFiles(onFile: (file: Blob, name: string) => void): void {
  const { notices, handed } = useServices();
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(
    () =>
      handed.take(({ token, name }) => {
        fetchOpened(callHost, token).then(
          (file) => latest.current(file, name),
          (error: unknown) => {
            if (!(error instanceof AppError)) console.error(error);
            notices.warn(`${name} was not opened. ${toPayload(error).message}`);
          },
        );
      }),
    [notices, handed],
  );
}
