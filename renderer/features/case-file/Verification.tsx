import { Error as ErrorIcon, TickCircle } from '@blueprintjs/icons';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '#renderer/services/services.ts';
import { Bar } from '#renderer/ui/Bar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Scroll } from '#renderer/ui/Panel.tsx';
import { ProgressStrip } from '#renderer/ui/ProgressStrip.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import { AppError, type ErrorPayload, toPayload } from '#shared/kernel/app-error.ts';
import css from './CaseFile.module.css';

type Report = Awaited<ReturnType<ReturnType<typeof useServices>['workspace']['verify']>>;

type State =
  | { readonly kind: 'running'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'done'; readonly report: Report; readonly at: Date }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: ErrorPayload };

/** Hashes everything of the case again and names each fault. */
export function Verification({ caseId }: { readonly caseId: CaseId }) {
  const { workspace } = useServices();
  const [state, setState] = useState<State>({ kind: 'running', done: 0, total: null });
  const running = useRef<AbortController | null>(null);
  const start = useCallback(async () => {
    const controller = new AbortController();
    running.current?.abort();
    running.current = controller;
    setState({ kind: 'running', done: 0, total: null });
    try {
      const report = await workspace.verify(caseId, {
        signal: controller.signal,
        onProgress: (done, total) => running.current === controller && setState({ kind: 'running', done, total }),
        pause: () => new Promise((resume) => setTimeout(resume)),
      });
      if (running.current === controller) setState({ kind: 'done', report, at: new Date() });
    } catch (error) {
      if (running.current !== controller) return;
      const isStopped = error instanceof AppError && error.code === 'cancelled';
      setState(isStopped ? { kind: 'stopped' } : { kind: 'failed', error: toPayload(error) });
    }
  }, [workspace, caseId]);
  useEffect(() => {
    void start();
    return () => {
      const last = running.current;
      running.current = null;
      last?.abort();
    };
  }, [start]);
  const again = state.kind !== 'running' && <Button onClick={() => void start()}>Verify again</Button>;
  return (
    <>
      <Bar title="Verify" end={again} />
      {state.kind === 'running' && (
        <ProgressStrip
          label="Verification progress"
          words="Hashing captures, texts, rows and ledger"
          done={state.done}
          total={state.total}
          unit="items"
          onCancel={() => running.current?.abort()}
        />
      )}
      <Scroll label="Verification">
        <div className={css.contents} role="status">
          {state.kind === 'stopped' && <p>Stopped. Nothing was changed; verify again when you like.</p>}
          {state.kind === 'failed' && (
            <ErrorNote title="The verification did not come to an end">
              <p>{state.error.message}</p>
            </ErrorNote>
          )}
          {state.kind === 'done' && <Findings report={state.report} at={state.at} />}
        </div>
      </Scroll>
    </>
  );
}

function Findings({ report, at }: { readonly report: Report; readonly at: Date }) {
  const { faults, captures, texts, rows, entries, dropped, ahead } = report;
  const count = (number: number) => number.toLocaleString('en');
  const lines = [
    ['Captures are the bytes that came', `${count(captures)} hashed`],
    ['Texts are as they were read', `${count(texts)} hashed`],
    ['Rows fit their schema and point at what is there', count(rows)],
    ['The ledger is unbroken and its heads are signed', `${count(entries)} entries`],
  ] as const;
  return (
    <>
      <p className={css.verdict} data-kind={faults.length === 0 ? 'ok' : 'bad'}>
        {faults.length === 0 ? <TickCircle size={16} /> : <ErrorIcon size={16} />}
        {verdict(faults.length)}
        <small className="tab">{at.toISOString().slice(0, 19).replace('T', ' ')} UTC</small>
      </p>
      {faults.length > 0 && (
        <ul className={css.faults} aria-label="Faults">
          {faults.map(({ kind, at: where, words }) => (
            <li key={`${kind} ${where} ${words}`}>
              <b>{words}</b>
              <code>{where}</code>
            </li>
          ))}
        </ul>
      )}
      <table aria-label="What was verified">
        <tbody>
          {lines.map(([what, value]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {dropped > 0 && (
        <p>{count(dropped)} entries were purged: what they said is gone, that they were made is proved.</p>
      )}
      {ahead > 0 && <p>{count(ahead)} entries are dated more than a day ahead of this computer’s clock.</p>}
      {faults.length > 0 && <p>Nothing was changed. A safety copy in Settings may hold what is missing here.</p>}
    </>
  );
}

function verdict(faults: number): string {
  if (faults === 0) return 'The case is whole.';
  return faults === 1 ? 'One fault was found.' : `${faults.toLocaleString('en')} faults were found.`;
}
