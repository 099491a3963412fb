import { type FormEvent, useId, useState } from 'react';
import { filesInWords } from '#renderer/services/import/importer.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import css from './Import.module.css';

type PasswordDialogProps = {
  readonly files: readonly ChosenFile[];
  readonly onPassword: (password: string) => void;
  readonly onClose: () => void;
};

/** Asks for the password of files that are locked; it is used to read them and kept nowhere. */
export function PasswordDialog({ files, onPassword, onClose }: PasswordDialogProps) {
  const form = useId();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') onPassword(password);
  };
  const acts = (
    <>
      <Button look="primary" type="submit" form={form} disabled={password === ''}>
        Read with this password
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog title="Password" onClose={onClose} foot={acts}>
      <form id={form} className={css.paste} onSubmit={submit} noValidate>
        <p>
          {filesInWords(files.length)} {files.length === 1 ? 'is' : 'are'} locked:{' '}
          <bdi>{files.map(({ path }) => path).join(', ')}</bdi>. Files that another password opens stay in the history.
        </p>
        <TextField
          label="Password of the file"
          type="password"
          value={password}
          onChange={setPassword}
          help="It reads the file and is kept nowhere."
          autoFocus
        />
      </form>
    </Dialog>
  );
}
