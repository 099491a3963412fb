import { useState } from 'react';
import { caseRemoverOf } from '#renderer/services/case-file/case-remover.ts';
import { useServices } from '#renderer/services/services.ts';
import { useHost } from '#renderer/services/use-host.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { usePersisted } from '#renderer/services/use-persisted.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { byteWords } from '#renderer/ui/byte-words.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import type { SafetyCopy } from '#shared/contracts/host.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { Block } from './Block.tsx';
import { MoveSettings } from './MoveSettings.tsx';
import css from './Settings.module.css';

/** Where the work lies, how safe it is there, and the copies that are kept. */
export function StorageSettings() {
  const host = useHost('host:describe');
  const disk = useHost('disk:free');
  const isKept = usePersisted();
  const facts = [
    ...(host.value ? [{ term: 'Data folder', value: <span className="mono">{host.value.dataFolder}</span> }] : []),
    ...(host.value ? [{ term: 'Shown by', value: hostWords(host.value.hostKind) }] : []),
    ...(disk.value
      ? [{ term: 'Disk', value: `${byteWords(disk.value.freeBytes)} free of ${byteWords(disk.value.totalBytes)}` }]
      : []),
    { term: 'Kept', value: keptWords(isKept) },
  ];
  return (
    <>
      <Block title="Where it is">
        {host.error && <ErrorNote title="The host does not answer">{host.error.message}</ErrorNote>}
        <Facts facts={facts} />
        <p>
          Nothing is encrypted by Casewright: the folder can be read by this user alone, and encryption is the disk’s.
        </p>
      </Block>
      <Block title="Safety copies">
        <SafetyCopies />
      </Block>
      {host.value && <MoveSettings hostKind={host.value.hostKind} />}
    </>
  );
}

function SafetyCopies() {
  const { workspace, notices } = useServices();
  const { value, error } = useHost('safety-copy:list', 30_000);
  const here = useLive(async () => new Set<string>((await workspace.cases.list()).map(({ id }) => id)), [workspace]);
  const [busy, setBusy] = useState<string | null>(null);
  const bringBack = async ({ name, caseName }: SafetyCopy) => {
    setBusy(name);
    try {
      await caseRemoverOf(workspace).bringBack(name);
      notices.tell(`“${caseName}” is back as it was copied.`);
    } catch (problem) {
      notices.warn(`“${caseName}” was not brought back. ${toPayload(problem).message}`);
    }
    setBusy(null);
  };
  if (error) return <ErrorNote title="The safety copies could not be listed">{error.message}</ErrorNote>;
  if (!value) return null;
  return (
    <>
      {value.length > 0 && (
        <table className={css.copies}>
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">Written</th>
              <th scope="col">SHA-256</th>
              <th scope="col" className={css.figure}>
                Size
              </th>
              <th scope="col">
                <span className="unseen">Bring back</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {value.map((copy) => (
              <tr key={copy.name}>
                <td>
                  <bdi>{copy.caseName}</bdi>
                </td>
                <td className="tab">{new Date(copy.writtenAt).toLocaleString('en-GB')}</td>
                <td className="mono">{copy.sha256.slice(0, 16)}</td>
                <td className={css.figure}>{byteWords(copy.bytes)}</td>
                <td>
                  {here && !here.has(copy.caseId) && (
                    <Button disabled={busy !== null} onClick={() => void bringBack(copy)}>
                      {busy === copy.name ? 'Bringing it back…' : 'Bring it back'}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        {value.length === 0 ? 'None yet. ' : ''}A copy of each changed case is written when you pause, after an hour of
        work at the latest, and when the program ends. A browser’s window that is closed by its cross ends at once: its
        copy is written a few seconds after the next start. Of each case the newest two are kept, and older ones of
        every age up to a year, as case files.
      </p>
    </>
  );
}

function keptWords(isKept: boolean | null): string {
  if (isKept === null) return 'asking';
  return isKept
    ? 'for good: the engine does not clear it when space runs short'
    : 'as long as the disk has room: the engine may clear it when space runs short; safety copies are not touched by that';
}

function hostWords(kind: 'electron' | 'loopback'): string {
  return kind === 'electron'
    ? 'Casewright’s own window'
    : 'an installed browser, through a host that is its only proxy';
}
