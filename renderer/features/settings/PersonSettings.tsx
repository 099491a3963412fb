import { type FormEvent, useState } from 'react';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Person } from '#shared/domain/person.ts';
import { Block } from './Block.tsx';
import css from './Settings.module.css';

/** The name that signs every change, and the key that does. */
export function PersonSettings() {
  const { workspace } = useServices();
  const me = useLive(() => workspace.people.me(), [workspace]);
  if (!me) return null;
  return (
    <>
      <Block title="Name">
        <NameForm key={me.name} me={me} />
        <p>It signs every change from now on. What is signed already stays as it was signed.</p>
      </Block>
      <Block title="Key">
        <Facts
          facts={[
            { term: 'Fingerprint', value: <span className="mono">{fingerprint(me.publicKey)}</span> },
            { term: 'Kind', value: 'Ed25519, made on this device; the secret half never leaves it' },
          ]}
        />
        <p>
          Compare the fingerprint by another channel, and a colleague can tell your changes in a case file from anybody
          else’s.
        </p>
      </Block>
    </>
  );
}

function NameForm({ me }: { readonly me: Person }) {
  const { workspace, notices } = useServices();
  const [name, setName] = useState(me.name);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return setError('A name is needed: colleagues will see who changed what.');
    try {
      await workspace.people.setName(wanted);
      notices.tell(`Changes are now signed as ${wanted}`);
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : 'The name could not be kept.');
    }
  };
  return (
    <form className={css.inline} onSubmit={submit} noValidate>
      <TextField className={css.field} label="Your name" value={name} onChange={setName} error={error} dir="auto" />
      <Button type="submit" disabled={name.trim() === me.name}>
        Sign as this
      </Button>
    </form>
  );
}

/** The first 128 bits in groups that can be read over a telephone. */
function fingerprint(publicKey: string): string {
  return publicKey.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ');
}
