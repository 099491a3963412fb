import { type ChangeEvent, useRef, useState } from 'react';
import { filesOfInput } from '#renderer/services/import/chosen-files.ts';
import { filesInWords } from '#renderer/services/import/importer.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import css from './Import.module.css';
import type { ImportAgain, WantedAgain } from './use-import-again.ts';

/** Names that are shown; the history lists them all. */
const MOST_NAMES = 8;

/** Asks for files that an import wants once more, after their window was closed. Nothing while none are wanted. */
export function ChooseAgain({ again }: { readonly again: ImportAgain }) {
  return again.asking && <ChooseAgainDialog again={again} asking={again.asking} />;
}

type ChooseAgainDialogProps = { readonly again: ImportAgain; readonly asking: WantedAgain };

function ChooseAgainDialog({ again, asking: { wanted, kind } }: ChooseAgainDialogProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const chosen = filesOfInput(currentTarget.files ?? []);
    currentTarget.value = '';
    void again.choose(chosen).then(setFault);
  };
  const acts = (
    <>
      <Button look="primary" onClick={() => files.current?.click()}>
        Choose files…
      </Button>
      <Button onClick={() => folder.current?.click()}>Choose folder…</Button>
      <Button look="plain" onClick={again.giveUp}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog title="Choose the files again" onClose={again.giveUp} foot={acts} width={560}>
      <input ref={files} type="file" multiple hidden aria-label="Files to choose again" onChange={choose} />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="Folder to choose again"
        onChange={choose}
        {...{ webkitdirectory: '' }}
      />
      {fault && <ErrorNote title="No file was taken">{fault}</ErrorNote>}
      <p>
        {filesInWords(wanted.length)} {kind === 'failed' ? 'could not be read' : 'were not read yet'}. A window that is
        closed lets go of its files: choose them, or their folder, again. They are known by name, size and hash; others
        among them are left alone, and what is in stays.
      </p>
      <ul className={css.names} aria-label="Files that are wanted">
        {wanted.slice(0, MOST_NAMES).map(({ number, path }) => (
          <li key={number}>
            <bdi>{path}</bdi>
          </li>
        ))}
        {wanted.length > MOST_NAMES && <li>and {(wanted.length - MOST_NAMES).toLocaleString('en')} more</li>}
      </ul>
    </Dialog>
  );
}
