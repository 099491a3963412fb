import { Briefcase, FolderNew, FolderOpen, Offline, Shield, Tick, WarningSign } from '@blueprintjs/icons';
import type { ReactElement, ReactNode } from 'react';
import { useCommands, useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import type { StandingWarning } from '#renderer/services/standing-warnings.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { InnerLink } from '#renderer/ui/InnerLink.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { Seal } from '#renderer/ui/Seal.tsx';
import css from './Start.module.css';

type StartScreenProps = {
  /** What has to be known of this window before anything is begun in it. */
  readonly warnings: readonly StandingWarning[];
  /** Bytes free on the disk that holds the workspace; null while nobody has said. */
  readonly freeBytes: number | null;
  readonly dataFolder: string | null;
  readonly version: string | null;
};

type Way = {
  /** The command that its key gives. */
  readonly id: string;
  /** The command that it stands for. */
  readonly command: string;
  readonly keys: string;
  readonly icon: ReactElement;
  readonly title: string;
  readonly words: string;
  readonly text: ReactNode;
};

const WAYS: readonly Way[] = [
  {
    id: 'start:new',
    command: 'case:new',
    keys: 'n',
    icon: <FolderNew size={20} />,
    title: 'New case',
    words: 'New case…',
    text: 'Then drop files or folders anywhere in the window: web pages and web archives, PDF, documents, mail, tables, text. What is read is kept byte for byte.',
  },
  {
    id: 'start:open',
    command: 'case:open-file',
    keys: 'o',
    icon: <FolderOpen size={20} />,
    title: 'Open a case file',
    words: 'Open case file…',
    text: (
      <>
        A <b>.casefile</b> from a colleague or from your own archive. It is verified first; you see what it would add
        before it does.
      </>
    ),
  },
  {
    id: 'start:sample',
    command: 'case:open-sample',
    keys: 's',
    icon: <Briefcase size={20} />,
    title: 'Open the sample case',
    words: 'Open the sample case',
    text: 'Short articles about an invented conflict, partly tagged: contradicting figures, a denial, a copy, an Arabic text. Ten minutes show every place.',
  },
];

const GIGABYTE = 1_000_000_000;

/** No case yet: three ways in, and what happens to the material. */
export function StartScreen({ warnings, freeBytes, dataFolder, version }: StartScreenProps) {
  const { commands } = useServices();
  useCommands(
    WAYS.map(({ id, words, keys, command }) => {
      return { id, words, keys, group: 'Start', isKeyOnly: true, run: () => commands.run(command) };
    }),
  );
  return (
    <div className={css.start}>
      <main className={css.main}>
        <header className={css.head}>
          <Seal size={36} />
          <h1>Casewright</h1>
          <p>Read, tag and code what sources say. Every statement keeps the passage it rests on.</p>
        </header>
        <ol className={css.ways} aria-label="Ways to begin">
          {WAYS.map((way, at) => (
            <WayLine key={way.id} way={way} isFirst={at === 0} />
          ))}
        </ol>
        {warnings.length > 0 && (
          <ul className={css.warnings} aria-label="What to beware of">
            {warnings.map(({ id, words }) => (
              <li key={id}>
                <WarningSign size={14} />
                <span>{words}</span>
              </li>
            ))}
          </ul>
        )}
        <Promises
          freeBytes={freeBytes}
          dataFolder={dataFolder}
          isCutOff={warnings.every(({ id }) => id !== 'own-browser')}
        />
      </main>
      <Foot version={version} />
    </div>
  );
}

function WayLine({ way, isFirst }: { readonly way: Way; readonly isFirst: boolean }) {
  const { commands } = useServices();
  const keys = useKeysOf(way.id);
  return (
    <li className={isFirst ? css.drop : ''}>
      {way.icon}
      <div>
        <h2>{way.title}</h2>
        <p>{way.text}</p>
      </div>
      <span className={css.act}>
        <Button {...(isFirst ? { look: 'primary' } : {})} onClick={() => commands.run(way.command)}>
          {way.words}
        </Button>
        {keys && <Keys keys={keys} />}
      </span>
    </li>
  );
}

type PromisesProps = Pick<StartScreenProps, 'freeBytes' | 'dataFolder'> & {
  /** Whether the host is the only way out of this window. */
  readonly isCutOff: boolean;
};

function Promises({ freeBytes, dataFolder, isCutOff }: PromisesProps) {
  const { go } = useRoute();
  return (
    <ul className={css.promises} aria-label="What to know">
      <li>
        <Offline size={14} />
        <span>
          <b>{isCutOff ? 'Nothing leaves this machine.' : 'The desk asks nobody.'}</b> No account, no server.{' '}
          {isCutOff && 'Every request to another address is refused and counted.'}
        </span>
      </li>
      <li>
        <Tick size={14} />
        <span>
          <b>Nothing is lost.</b> Bytes are kept as they came, every change can be undone, also tomorrow.
        </span>
      </li>
      <li>
        <Shield size={14} />
        <span>
          <b>Where it is.</b> {dataFolder ? <bdi className={css.path}>{dataFolder}</bdi> : 'In this user’s profile'}
          {freeBytes === null ? '' : `, ${Math.floor(freeBytes / GIGABYTE).toLocaleString('en')} GB free`}.{' '}
          <InnerLink className="inline" onGo={() => go({ place: 'settings', rest: ['storage'] })}>
            Storage and safety copies
          </InnerLink>
        </span>
      </li>
    </ul>
  );
}

function Foot({ version }: Pick<StartScreenProps, 'version'>) {
  const palette = useKeysOf('palette:open');
  const sheet = useKeysOf('help:keys');
  return (
    <footer className={css.foot}>
      {version && <span>Casewright {version}</span>}
      {palette && (
        <span className="row">
          <Keys keys={palette} /> every command
        </span>
      )}
      {sheet && (
        <span className="row">
          <Keys keys={sheet} /> keys
        </span>
      )}
    </footer>
  );
}
