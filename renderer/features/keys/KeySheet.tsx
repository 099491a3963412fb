import { Search } from '@blueprintjs/icons';
import { useState } from 'react';
import type { KeyedCommand } from '#renderer/services/commands/command.ts';
import { useAllCommands } from '#renderer/services/commands/use-commands.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { keyWords } from '#renderer/ui/key-caps.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { fold } from '#shared/text/fold-text.ts';
import css from './KeySheet.module.css';

type KeySheetProps = {
  /** The place whose keys these are: "Reader". */
  readonly place: string | null;
  readonly settingsHref: string;
  readonly onClose: () => void;
};

/** The keys of this place, and of every place. */
export function KeySheet({ place, settingsHref, onClose }: KeySheetProps) {
  const [wanted, setWanted] = useState('');
  const commands = useAllCommands();
  const groups = groupsOf(
    commands.filter((command) => fits(command, wanted)),
    place,
  );
  return (
    <Dialog
      title={place ? `Keys in ${place}` : 'Keys'}
      label="Keys"
      onClose={onClose}
      width={900}
      top={72}
      isFlush
      head={
        <TextField
          className={css.find}
          label="Find a key or what it does"
          hidesLabel
          icon={<Search />}
          placeholder="Find a key or what it does"
          value={wanted}
          onChange={setWanted}
        />
      }
      foot={
        <p className={css.foot}>
          <span>
            Every key can be changed under{' '}
            <a className="inline" href={settingsHref} onClick={onClose}>
              Settings, Keys
            </a>
            .
          </span>
          <span className="push">Single letters act only outside fields, and can be switched off.</span>
        </p>
      }
    >
      <div className={css.columns}>
        {groups.map(({ name, commands }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {commands.map((command) => (
                <div key={command.id}>
                  <dt>{command.ownKeys && <Keys keys={command.ownKeys} />}</dt>
                  <dd>{command.name ?? command.words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {groups.length === 0 && <p className="muted">No key does this here. The command palette has every command.</p>}
      </div>
    </Dialog>
  );
}

function fits({ name, words, ownKeys }: KeyedCommand, wanted: string): boolean {
  if (ownKeys === null) return false;
  const typed = fold(wanted.trim());
  return fold(name ?? words).includes(typed) || fold(keyWords(ownKeys)).startsWith(typed);
}

function groupsOf(
  commands: readonly KeyedCommand[],
  place: string | null,
): { name: string; commands: KeyedCommand[] }[] {
  const groups = new Map<string, KeyedCommand[]>();
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  const others = new Set(groups.get('Places')?.map(({ words }) => words));
  return [...groups]
    .map(([name, list]) => ({ name, commands: list }))
    .sort((a, b) => standing(a.name, place, others) - standing(b.name, place, others));
}

/** The place's own keys stand first, then those of another place that act here too, then those of every place. */
function standing(group: string, place: string | null, places: ReadonlySet<string>): number {
  if (group === place) return 0;
  if (group === 'Places') return 4;
  if (group === 'Everywhere') return 3;
  return places.has(group) ? 2 : 1;
}
