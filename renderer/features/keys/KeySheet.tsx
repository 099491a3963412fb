import { Search } from '@blueprintjs/icons';
import { useState } from 'react';
import { useAllCommands } from '#renderer/services/commands/use-commands.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { InnerLink } from '#renderer/ui/InnerLink.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import css from './KeySheet.module.css';
import { sheetGroups } from './sheet-groups.ts';

type KeySheetProps = {
  /** The place whose keys these are: "Reader". */
  readonly place: string | null;
  /** Goes to where keys are changed. */
  readonly onSettings: () => void;
  readonly onClose: () => void;
};

/** The keys of this place, and of every place. */
export function KeySheet({ place, onSettings, onClose }: KeySheetProps) {
  const [wanted, setWanted] = useState('');
  const commands = useAllCommands();
  const groups = sheetGroups(commands, place, wanted);
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
            <InnerLink className="inline" onGo={onSettings}>
              Settings, Keys
            </InnerLink>
            .
          </span>
          <span className="push">Single letters act only outside fields, and can be switched off.</span>
        </p>
      }
    >
      <div className={css.columns}>
        {groups.map(({ name, lines }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {lines.map(({ id, words, keys }) => (
                <div key={id}>
                  <dt>
                    {keys.split(', ').map((each) => (
                      <Keys key={each} keys={each} />
                    ))}
                  </dt>
                  <dd>{words}</dd>
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
