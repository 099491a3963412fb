import { useEffect, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import type { ErrorPayload } from '#shared/kernel/app-error.ts';
import { DamagedStore } from './DamagedStore.tsx';
import css from './FailedScreen.module.css';

type FailedScreenProps = { readonly error: ErrorPayload; readonly onAgain: () => void };

/** The workspace did not open: why, and what to do. */
export function FailedScreen({ error, onAgain }: FailedScreenProps) {
  const isDamaged = error.code === 'unreadable';
  return (
    <main className={css.screen}>
      <div className={css.card}>
        <h1 className="unseen">Casewright</h1>
        <ErrorNote
          title={error.code === 'newer-version' ? 'This workspace is of a later version' : 'The workspace did not open'}
          actions={
            <Button look="primary" onClick={onAgain}>
              Try again
            </Button>
          }
        >
          <p>{error.message}</p>
          {isDamaged ? (
            <p>
              Casewright has changed nothing; the browser engine may have changed files of its own. The safety copies in
              the data folder are as they were.
            </p>
          ) : (
            <p>Nothing was changed. The safety copies in the data folder are as they were.</p>
          )}
        </ErrorNote>
        {isDamaged && <DamagedStore />}
      </div>
    </main>
  );
}

/** Milliseconds before a word is said: a store that opens sooner needs none. */
const WORD_AFTER = 400;

/** While the store is being opened: nothing at first, then a word. */
export function OpeningScreen() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(true), WORD_AFTER);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <main className={css.screen} aria-busy="true">
      <h1 className="unseen">Casewright</h1>
      <p role="status" className="muted">
        {isSlow ? 'Opening the workspace…' : ''}
      </p>
    </main>
  );
}
