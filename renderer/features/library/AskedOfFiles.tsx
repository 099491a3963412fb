import { useState } from 'react';
import { filesInWords } from '#renderer/services/import/importer.ts';
import { rememberMapping } from '#renderer/services/import/table-mappings.ts';
import { useImporter } from '#renderer/services/import/use-importer.ts';
import { useServices } from '#renderer/services/services.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import type { Import, Outcome } from '#shared/domain/import.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { MappingDialog } from './MappingDialog.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';

type AskedOfFilesProps = {
  readonly row: Import;
  readonly failed: readonly Outcome[];
  readonly onDone: () => void;
};

/** What an analyst can say of files that could not be read without it: a password, what the columns of a table are. */
export function AskedOfFiles({ row, failed, onDone }: AskedOfFilesProps) {
  const { workspace, notices } = useServices();
  const { importer } = useImporter();
  const [asking, setAsking] = useState<'locked' | 'unmapped' | null>(null);
  const filesOf = (wanted: string) =>
    importer.kept.of(
      row.id,
      failed.flatMap(({ code, fileName, position }) => (code === wanted && position === '' ? [fileName] : [])),
    );
  const again = (files: readonly ChosenFile[]) => {
    onDone();
    importer.import({ caseId: row.caseId, files, from: `${filesInWords(files.length)} once more` });
  };
  const [locked, unmapped] = [filesOf('locked'), filesOf('unmapped')];
  return (
    <>
      {unmapped.length > 0 && <Button onClick={() => setAsking('unmapped')}>Map the columns…</Button>}
      {locked.length > 0 && <Button onClick={() => setAsking('locked')}>Give the password…</Button>}
      {asking === 'locked' && (
        <PasswordDialog
          files={locked}
          onClose={() => setAsking(null)}
          onPassword={(password) => again(locked.map((file) => ({ ...file, password })))}
        />
      )}
      {asking === 'unmapped' && (
        <MappingDialog
          files={unmapped}
          onClose={() => setAsking(null)}
          onMapped={({ columns }, mapping) => {
            const [first, ...others] = unmapped;
            if (!first) return;
            rememberMapping(workspace, first.path, columns, mapping).then(
              () => again([{ ...first, mapping }, ...others]),
              (error: unknown) => notices.warn(toPayload(error).message),
            );
          }}
        />
      )}
    </>
  );
}
