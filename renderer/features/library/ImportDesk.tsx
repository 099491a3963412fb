import { type ChangeEvent, useRef, useState } from 'react';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { chosenInWords, filesOfInput } from '#renderer/services/import/chosen-files.ts';
import { pastedFile } from '#renderer/services/import/pasted-text.ts';
import { useImporter } from '#renderer/services/import/use-importer.ts';
import { useCaseId, useRoute } from '#renderer/services/route.tsx';
import { useHost } from '#renderer/services/use-host.ts';
import { useRemembered } from '#renderer/ui/memory.tsx';
import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import { ChooseAgain } from './ChooseAgain.tsx';
import { FolderNote } from './FolderNote.tsx';
import css from './Import.module.css';
import { ImportSummary } from './ImportSummary.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { useCutOffNotice } from './use-cut-off-notice.ts';
import { useDroppedFiles } from './use-dropped-files.ts';
import { useImportAgain } from './use-import-again.ts';
import { useKeepsWhole } from './WholeFiles.tsx';

/** Brings articles in, whatever place is on the desk: by commands, by files dropped anywhere on the window, by pasting. */
export function ImportDesk() {
  const caseId = useCaseId();
  const { go } = useRoute();
  const { importer, state } = useImporter();
  const again = useImportAgain();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [isPasting, setPasting] = useState(false);
  const host = useHost('host:describe');
  const [isTold, setTold] = useRemembered('import.folder-told', false, isFlag);
  const [isTelling, setTelling] = useState(false);
  const [keepsWhole] = useKeepsWhole();
  useCutOffNotice(caseId);
  const take = (chosen: readonly ChosenFile[]) => {
    if (chosen.length === 0) return;
    importer.import({ caseId, files: chosen, from: chosenInWords(chosen), choices: { keepsWhole } });
    go({ place: 'library' });
  };
  const isOver = useDroppedFiles(take);
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    take(filesOfInput(currentTarget.files ?? []));
    // The same files can then be chosen again.
    currentTarget.value = '';
  };
  useCommands([
    { id: 'import:files', words: 'Import…', keys: 'Mod+I', group: 'Library', run: () => files.current?.click() },
    {
      id: 'import:folder',
      words: 'Import folder…',
      keys: 'Mod+Shift+I',
      group: 'Library',
      // a browser asks whether to "upload" the folder: it is said once, before, what that means
      run: () => (isTold || host.value?.hostKind !== 'loopback' ? folder.current?.click() : setTelling(true)),
    },
    { id: 'import:paste', words: 'Paste text…', keys: null, group: 'Library', run: () => setPasting(true) },
  ]);
  return (
    <>
      <input ref={files} type="file" multiple hidden aria-label="Files to import" onChange={choose} />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="Folder to import"
        onChange={choose}
        {...{ webkitdirectory: '' }}
      />
      {isOver && (
        <div className={css.dropZone} aria-hidden="true">
          Drop to import into this case
        </div>
      )}
      {isTelling && (
        <FolderNote
          onClose={() => setTelling(false)}
          onChoose={() => {
            folder.current?.click();
            setTold(true);
            setTelling(false);
          }}
        />
      )}
      {isPasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onPaste={(pasted) => {
            setPasting(false);
            take([pastedFile(pasted)]);
          }}
        />
      )}
      {state.ended?.caseId === caseId && <ImportSummary ended={state.ended} again={again} />}
      <ChooseAgain again={again} />
    </>
  );
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
