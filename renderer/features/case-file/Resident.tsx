import { useRef } from 'react';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { OpenDialog } from './OpenDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { useCaseFileDesk } from './use-case-file-desk.ts';
import { useRemoval } from './use-removal.ts';

/** The part of case files that is on the desk whatever place is: it writes one, and opens those that are chosen or handed over. */
export function Resident() {
  const { route } = useRoute();
  const { caseId } = route;
  const input = useRef<HTMLInputElement>(null);
  const removal = useRemoval();
  const desk = useCaseFileDesk(removal.opened);
  const { last } = removal;
  useCommands([
    {
      id: 'case:open-file',
      words: 'Open case file…',
      keys: 'Mod+O',
      group: 'Everywhere',
      run: () => input.current?.click(),
    },
    ...(caseId
      ? [
          {
            id: 'case:export-file',
            words: 'Export case file…',
            keys: 'Mod+E',
            group: 'Everywhere',
            run: () => desk.write(caseId),
          },
          {
            id: 'case:remove',
            words: 'Remove this case…',
            keys: null,
            group: 'Everywhere',
            run: () => void removal.ask(caseId),
          },
        ]
      : []),
    ...(last?.kind === 'removed'
      ? [
          {
            id: 'case:bring-back',
            words: `Bring back the case “${last.caseName}”`,
            keys: null,
            group: 'Everywhere',
            run: () => void removal.bringBack(last),
          },
        ]
      : []),
    ...(last?.kind === 'opened'
      ? [
          {
            id: 'case:undo-open',
            words: 'Undo: Open case file',
            keys: null,
            group: 'Everywhere',
            run: () => void removal.undoOpen(last),
          },
        ]
      : []),
  ]);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".casefile"
        aria-label="Case file to open"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = ''; // the same file may be chosen again
          if (file) desk.open(file, file.name);
        }}
      />
      {desk.job?.kind === 'write' && <ExportDialog job={desk.job} onClose={desk.close} />}
      {removal.job && <RemoveDialog job={removal.job} onRemove={() => void removal.remove()} onClose={removal.close} />}
      {desk.job?.kind === 'open' && <OpenDialog job={desk.job} onBringIn={desk.bringIn} onClose={desk.close} />}
    </>
  );
}
