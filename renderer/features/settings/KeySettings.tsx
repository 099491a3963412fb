import { useState } from 'react';
import type { KeyedCommand } from '#renderer/services/commands/command.ts';
import type { KeyChanges } from '#renderer/services/commands/registry.ts';
import { useAllCommands } from '#renderer/services/commands/use-commands.ts';
import { usePreferences } from '#renderer/services/preferences.ts';
import { useServices } from '#renderer/services/services.ts';
import { Toggle } from '#renderer/ui/Ticks.tsx';
import { Block } from './Block.tsx';
import { KeyLine } from './KeyLine.tsx';
import css from './Settings.module.css';

/** Every command with its key: change it, switch it off, or have it as given. */
export function KeySettings() {
  const { preferences, change } = usePreferences();
  const { commands: registry } = useServices();
  const [listening, setListening] = useState<string | null>(null);
  const commands = useAllCommands();
  const known = [...commands, ...registry.remembered()];
  const setKeys = (id: string, keys: string | null) => {
    setListening(null);
    change({ keyChanges: { ...preferences.keyChanges, [id]: keys } });
  };
  const reset = (id: string) => {
    const { [id]: _, ...rest } = preferences.keyChanges;
    change({ keyChanges: rest });
  };
  return (
    <>
      <Block title="Single letters">
        <Toggle checked={preferences.hasLetterKeys} onChange={(hasLetterKeys) => change({ hasLetterKeys })}>
          Single letters act outside fields
        </Toggle>
        <p>
          Switched off, only keys that hold Ctrl, Alt or Cmd act, and the function keys. The palette has every command.
        </p>
      </Block>
      <Block title="Each command">
        <div className={css.keys}>
          {groupsOf(known).map(([group, list]) => (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <ul>
                {list.map((command) => (
                  <KeyLine
                    key={command.id}
                    command={command}
                    isListening={listening === command.id}
                    isChanged={Object.hasOwn(preferences.keyChanges, command.id)}
                    clash={clashOf(command, known, preferences.keyChanges)}
                    onListen={() => setListening(command.id)}
                    onStop={() => setListening(null)}
                    onKeys={(keys) => setKeys(command.id, keys)}
                    onReset={() => reset(command.id)}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Block>
    </>
  );
}

function groupsOf(commands: readonly KeyedCommand[]): [string, KeyedCommand[]][] {
  const groups = new Map<string, KeyedCommand[]>();
  for (const command of commands) {
    const list = groups.get(command.group) ?? [];
    if (!list.some(({ id }) => id === command.id)) groups.set(command.group, [...list, command]);
  }
  return [...groups];
}

/**
 * The words of another command that has the same key where this one acts: only one of them would act. Keys that are the same
 * as given are meant so: the one stands in for the other.
 */
function clashOf(command: KeyedCommand, all: readonly KeyedCommand[], changes: KeyChanges): string | null {
  if (command.ownKeys === null) return null;
  const isChanged = ({ id }: KeyedCommand) => Object.hasOwn(changes, id);
  const isEverywhere = (one: KeyedCommand) => one.group === 'Everywhere' || one.group === 'Places';
  const other = all.find(
    (one) =>
      one.id !== command.id &&
      one.ownKeys === command.ownKeys &&
      (isChanged(one) || isChanged(command)) &&
      (one.group === command.group || isEverywhere(one) || isEverywhere(command)),
  );
  return other ? (other.name ?? other.words) : null;
}
