import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Seal } from '#renderer/ui/Seal.tsx';
import css from './Start.module.css';

/** One thing that the witness saw and the store no longer has, in words. */
export type Loss = { readonly what: string; readonly detail: string };

/** The last safety copy of a case that can be brought back. */
export type CopyOnOffer = { readonly name: string; readonly caseName: string; readonly written: string };

type VanishedScreenProps = {
  readonly losses: readonly Loss[];
  /** The program that held the workspace until it was moved here; null when it was not moved but lost. */
  readonly movedFrom: string | null;
  /** Whether every case stands here already as it was left elsewhere: nothing has to come from a copy. */
  readonly isWhole: boolean;
  /** Empty when there is no safety copy. */
  readonly copies: readonly CopyOnOffer[];
  /** Brings the copies back. What it throws is shown, and so are the words it ends with, before the workspace opens. */
  readonly onRestore: () => Promise<string | null>;
  /** Goes on with what the store still has; the old witness is kept beside the new one. */
  readonly onStartAnew: () => Promise<void>;
  /** Opens the workspace as it then stands. */
  readonly onOpen: () => void;
};

/** The store has less than it had: says what is gone, and never opens as if it were new. */
export function VanishedScreen(props: VanishedScreenProps) {
  const { losses, movedFrom, isWhole, copies, onRestore, onStartAnew, onOpen } = props;
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const attempt = async (act: () => Promise<string | null>) => {
    setBusy(true);
    setError(null);
    try {
      const toRead = await act();
      if (toRead) setWords(toRead);
      else onOpen();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : 'It did not work. Nothing was changed.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.start}>
      <main className={css.gone}>
        <header className={css.head}>
          <Seal size={36} />
          <h1>Casewright</h1>
          <p>{movedFrom ? 'The workspace was moved here.' : 'The store of this workspace is not as it was left.'}</p>
        </header>
        <div className={css.card}>
          {movedFrom ? <MoveWords movedFrom={movedFrom} /> : <LossList losses={losses} />}
          {isWhole ? <p>Every case stands here already as it was left there.</p> : <CopyList copies={copies} />}
          {error && <ErrorNote title="That did not work">{error}</ErrorNote>}
          {words !== null ? (
            <NotAsOffered words={words} onOpen={onOpen} />
          ) : (
            <div className={css.choices}>
              {(copies.length > 0 || isWhole) && (
                <span className="row">
                  <Button look="primary" disabled={isBusy} onClick={() => attempt(onRestore)}>
                    {movedFrom ? 'Bring the workspace here' : 'Restore the safety copies'}
                  </Button>
                  <span className="muted">
                    Brings {movedFrom ? 'in' : 'back'} every row and the history of each case.
                  </span>
                </span>
              )}
              {isAsking ? (
                <span className="row">
                  <Button look="bad" disabled={isBusy} onClick={() => attempt(() => onStartAnew().then(() => null))}>
                    {movedFrom ? 'Begin an empty workspace here' : 'Go on without what is missing'}
                  </Button>
                  <Button look="plain" onClick={() => setAsking(false)}>
                    Not yet
                  </Button>
                </span>
              ) : (
                <span className="row">
                  <Button disabled={isBusy} onClick={() => setAsking(true)}>
                    Start anew…
                  </Button>
                  <span className="muted">The safety copies stay where they are.</span>
                </span>
              )}
            </div>
          )}
        </div>
      </main>
    </div>
  );
}

/** Not all stands as it was offered: to be read before the work goes on. */
function NotAsOffered({ words, onOpen }: { readonly words: string; readonly onOpen: () => void }) {
  return (
    <>
      <ErrorNote title="Brought back, but not all as it was offered">{words}</ErrorNote>
      <Button look="primary" onClick={onOpen}>
        Open the workspace
      </Button>
    </>
  );
}

function LossList({ losses }: Pick<VanishedScreenProps, 'losses'>) {
  return (
    <>
      <ErrorNote title="Work that was saved is missing">
        <p>
          The browser engine that keeps the store has lost it in part or whole, as it does with a damaged file. Nothing
          was changed since this was noticed.
        </p>
      </ErrorNote>
      <ul className={css.lost} aria-label="What is missing">
        {losses.map(({ what, detail }) => (
          <li key={what}>
            <span>
              {what}
              <small>{detail}</small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function MoveWords({ movedFrom }: { readonly movedFrom: string }) {
  return (
    <div className={css.choices}>
      <h2 className={css.title}>Bring the workspace here</h2>
      <p>
        Until now it was held by {movedFrom}. A safety copy of every case is in the data folder: each is verified, then
        brought in here. What {movedFrom} holds stays as it is until this is done.
      </p>
    </div>
  );
}

function CopyList({ copies }: Pick<VanishedScreenProps, 'copies'>) {
  if (copies.length === 0) return <p className="muted">There is no safety copy in the data folder.</p>;
  return (
    <ul className={css.lost} aria-label="Safety copies">
      {copies.map(({ name, caseName, written }) => (
        <li key={name}>
          <span>
            <bdi>{caseName}</bdi>
            <small>{name}</small>
          </span>
          <span className="tab">{written}</span>
        </li>
      ))}
    </ul>
  );
}
