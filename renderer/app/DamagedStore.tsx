import { useState } from 'react';
import { callHost } from '#renderer/platform/host.ts';
import { useHost } from '#renderer/services/use-host.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { toPayload } from '#shared/kernel/app-error.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { dayAndTime } from './clock-words.ts';
import css from './FailedScreen.module.css';

/** The way out when the engine cannot read its files: which copies there are, and a new store at the next start. */
export function DamagedStore() {
  const { value: copies } = useHost('safety-copy:list');
  const { value: host } = useHost('host:describe');
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = copies?.filter(({ caseId }, at) => copies.findIndex((copy) => copy.caseId === caseId) === at) ?? [];
  const ask = () => {
    setProblem(null);
    callHost('store:set-aside', null).then(
      () => setAsked(true),
      (error: unknown) => setProblem(toPayload(error).message),
    );
  };
  if (!copies || !host) return null;
  return (
    <section className={css.damaged} aria-label="Safety copies on offer">
      {newest.length === 0 ? (
        <p>There is no safety copy in the data folder.</p>
      ) : (
        <>
          <p>These safety copies can be brought back into a new store:</p>
          <ul aria-label="Safety copies">
            {newest.map(({ name, caseName, writtenAt }) => (
              <li key={name}>
                <bdi>{caseName || name}</bdi> <span className="tab muted">{dayAndTime(writtenAt as Instant)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {problem && <ErrorNote title="That did not work">{problem}</ErrorNote>}
      {isAsked ? (
        <p role="status">
          Now close Casewright and start it again. The damaged store is then kept in the data folder beside a new one,
          what is missing is named, and the safety copies are offered.
        </p>
      ) : host.isOwnBrowser ? (
        <p>
          Your own browser keeps this store: remove the site data of this address in its settings, then load the page
          again. The safety copies are offered then.
        </p>
      ) : (
        <Button onClick={ask}>Begin a new store from the safety copies…</Button>
      )}
    </section>
  );
}
