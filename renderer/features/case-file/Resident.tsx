import { useRef } from 'react';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { OpenDialog } from './OpenDialog.tsx';
import { useCaseFileDesk } from './use-case-file-desk.ts';

/** The part of case files that is on the desk whatever place is: it writes one, and opens those that are chosen or handed over. */
export function Resident() {
  const { route } = useRoute();
  const { caseId } = route;
  const input = useRef<HTMLInputElement>(null);
  const desk = useCaseFileDesk();
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
      {desk.job?.kind === 'open' && <OpenDialog job={desk.job} onBringIn={desk.bringIn} onClose={desk.close} />}
    </>
  );
}
