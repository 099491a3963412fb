import { useState } from 'react';
import { hashFile } from '#renderer/services/import/hash-file.ts';
import { failedFiles, pendingFiles } from '#renderer/services/import/import-outcomes.ts';
import { filesInWords } from '#renderer/services/import/importer.ts';
import { matchFiles, type WantedFile } from '#renderer/services/import/match-files.ts';
import { useImporter } from '#renderer/services/import/use-importer.ts';
import { useServices } from '#renderer/services/services.ts';
import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import type { Import } from '#shared/domain/import.ts';
import { toPayload } from '#shared/kernel/app-error.ts';

/** Which files of an import are read again: those that failed, or those that were not read. */
export type AgainKind = 'failed' | 'pending';

/** Files that have to be chosen again, because their window has been closed since. */
export type WantedAgain = {
  readonly row: Import;
  readonly kind: AgainKind;
  readonly wanted: readonly WantedFile[];
};

/** Reads files of an import again, with the files that this window still has or that are chosen again. */
export type ImportAgain = {
  /** What has to be chosen again; null while nothing has. */
  readonly asking: WantedAgain | null;
  readonly ask: (row: Import, kind: AgainKind) => Promise<void>;
  /** @returns what is wrong with the choice; null when it was taken */
  readonly choose: (files: readonly ChosenFile[]) => Promise<string | null>;
  readonly giveUp: () => void;
};

/** Offers to read files of an import again. */
export function useImportAgain(): ImportAgain {
  const { workspace, notices } = useServices();
  const { importer } = useImporter();
  const [asking, setAsking] = useState<WantedAgain | null>(null);
  const start = (row: Import, kind: AgainKind, files: readonly ChosenFile[]) => {
    const { caseId, id, from, choices } = row;
    const more = choices ? { choices } : {};
    if (kind === 'pending') return importer.import({ caseId, files, from, resumes: id, ...more });
    const anew = files.map(({ number: _, ...file }) => file);
    importer.import({ caseId, files: anew, from: `${filesInWords(files.length)} once more`, ...more });
  };
  return {
    asking,
    async ask(row, kind) {
      const reading = (kind === 'failed' ? failedFiles : pendingFiles)(workspace, row.id);
      const wanted = await reading.catch((error: unknown) => {
        notices.warn(toPayload(error).message);
        return null;
      });
      if (!wanted) return;
      const numbers = new Map(wanted.map(({ path, number }) => [path, number]));
      const paths = wanted.map(({ path }) => path);
      const kept = importer.kept.of(row.id, paths).map((file) => {
        const number = numbers.get(file.path);
        return number === undefined ? file : { ...file, number };
      });
      if (kept.length > 0 && kept.length === wanted.length) start(row, kind, kept);
      else setAsking({ row, kind, wanted });
    },
    async choose(files) {
      if (!asking || files.length === 0) return null;
      const { row, kind, wanted } = asking;
      const matched = await matchFiles(wanted, files, hashFile);
      if (matched.files.length === 0) {
        return `None of the ${filesInWords(files.length)} is one that this import wants. Choose those that were chosen before.`;
      }
      setAsking(null);
      start(row, kind, matched.files);
      const { missing } = matched;
      if (missing.length > 0) {
        notices.warn(`${filesInWords(missing.length)} of the import were not among them, and can be chosen later.`);
      }
      return null;
    },
    giveUp: () => setAsking(null),
  };
}
