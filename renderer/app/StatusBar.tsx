import { Offline, Shield, Tick, WarningSign } from '@blueprintjs/icons';
import { useSyncExternalStore } from 'react';
import { isTyping } from '#renderer/services/commands/key-press.ts';
import { useAllCommands } from '#renderer/services/commands/use-commands.ts';
import type { Hint } from '#renderer/services/place-status.ts';
import { useServices } from '#renderer/services/services.ts';
import type { StandingWarning } from '#renderer/services/standing-warnings.ts';
import { Keys } from '#renderer/ui/Keys.tsx';
import type { Instant } from '#shared/kernel/instant.ts';
import { clockTime, dayAndTime } from './clock-words.ts';
import css from './Shell.module.css';
import { useIsInField } from './use-is-in-field.ts';

/** What the foot of the window tells of the workspace. Undefined or null where it is not known yet. */
export type WorkspaceStatus = {
  /** Requests of the page and of the browser that were refused; null while the host has not said. */
  readonly refused: { readonly page: number; readonly browser: number } | null;
  readonly lastCommit: Instant | null;
  readonly entries: number;
  readonly lastSafetyCopy: Instant | null;
  /** Passages that were not found again in a newer text, or not surely. */
  readonly toPlace: number;
  /** What has to be known as long as it is so: the host has ended, a network stands beside the desk. */
  readonly warnings: readonly StandingWarning[];
};

/** The foot of the window: what left the machine, what is saved, what the place shows, and its keys. */
export function StatusBar({ workspace }: { readonly workspace: WorkspaceStatus | null }) {
  const { status } = useServices();
  const place = useSyncExternalStore(status.listen, status.get);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: outside of sections a footer is a contentinfo, which takes a name
    <footer className={css.status} aria-label="Status" data-area="Status">
      {workspace && <Custody workspace={workspace} />}
      <span className="push cut">{place?.shows}</span>
      <Hints hints={place?.hints ?? []} />
    </footer>
  );
}

function Custody({ workspace }: { readonly workspace: WorkspaceStatus }) {
  const { refused, lastCommit, entries, lastSafetyCopy, toPlace, warnings } = workspace;
  const said = warnings.map(({ id, short, words }) => (
    <span key={id} className={css.warn} data-tip={words}>
      <WarningSign size={12} />
      {short}
    </span>
  ));
  const is = (id: StandingWarning['id']) => warnings.some((warning) => warning.id === id);
  if (is('host-gone')) return said;
  return (
    <>
      {said}
      {!is('own-browser') && (
        <span className={css.fact} data-tip={refusedWords(refused)}>
          <Offline size={12} />
          Offline, 0 requests left this machine
        </span>
      )}
      <span className={css.fact}>
        <Tick size={12} />
        {lastCommit ? `Saved ${clockTime(lastCommit)}, ` : ''}
        {entries.toLocaleString('en')} ledger {entries === 1 ? 'entry' : 'entries'}
      </span>
      {toPlace > 0 && (
        <span className={css.warn} data-tip="Passages that were not found again in a newer text, or not surely">
          <WarningSign size={12} />
          {toPlace.toLocaleString('en')} {toPlace === 1 ? 'passage' : 'passages'} to place
        </span>
      )}
      <span className={css.fact} data-narrow="hidden">
        <Shield size={12} />
        {lastSafetyCopy ? `Safety copy ${dayAndTime(lastSafetyCopy)}` : 'No safety copy yet'}
      </span>
    </>
  );
}

function refusedWords(refused: WorkspaceStatus['refused']): string {
  if (!refused) return 'The host refuses every address but its own.';
  const { page, browser } = refused;
  return `The host refuses every address but its own. Refused since the start: ${page} of this page, ${browser} of the browser itself.`;
}

/** As many keys as anyone takes in at a glance. */
const MOST_HINTS = 5;

function Hints({ hints }: { readonly hints: readonly Hint[] }) {
  const commands = useAllCommands();
  const isInField = useIsInField();
  const keyed = hints.flatMap((hint) => {
    const { words } = hint;
    if ('keys' in hint) return isInField ? [{ id: hint.keys, words, keys: hint.keys }] : [];
    const command = commands.find((one) => one.id === hint.command);
    const keys = command?.ownKeys;
    // a field keeps what types into it, and what is its own
    const isKept = isInField && keys && (command.restsInFields || isTyping(keys.split(/, | /)[0] ?? ''));
    return keys && !isKept ? [{ id: hint.command, words, keys }] : [];
  });
  return (
    <span className={css.hints}>
      {keyed.slice(0, MOST_HINTS).map(({ id, words, keys }) => (
        <span key={id}>
          <Keys keys={keys} /> {words}
        </span>
      ))}
    </span>
  );
}
