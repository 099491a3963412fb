import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';

type FolderNoteProps = { readonly onChoose: () => void; readonly onClose: () => void };

/** Says, before a browser asks whether to upload a folder, what it means by that. */
export function FolderNote({ onChoose, onClose }: FolderNoteProps) {
  const acts = (
    <>
      <Button look="primary" onClick={onChoose}>
        Choose folder…
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog title="Import a folder" onClose={onClose} foot={acts}>
      <p>
        The browser is going to ask whether to “upload” the files to “this site”. That is its word for letting this
        window read them: the site is Casewright on this machine, and nothing leaves it.
      </p>
    </Dialog>
  );
}
