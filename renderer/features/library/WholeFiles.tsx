import { containersOf } from '#renderer/services/import/containers.ts';
import { filesInWords } from '#renderer/services/import/importer.ts';
import { useImporter } from '#renderer/services/import/use-importer.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useRemembered } from '#renderer/ui/memory.tsx';
import type { Import } from '#shared/domain/import.ts';
import css from './Import.module.css';

/** Bytes of the largest file that is kept whole. */
const MOST_WHOLE = 512 * 1024 * 1024;

/** Whether files of many records are kept whole, as the analyst chose it last. */
export function useKeepsWhole() {
  return useRemembered('import.keeps-whole', false, (value): value is boolean => typeof value === 'boolean');
}

type WholeFilesProps = { readonly row: Import; readonly onDone: () => void };

/** Says what is kept of files of many records, and leaves it to the analyst whether the files themselves are too. */
export function WholeFiles({ row, onDone }: WholeFilesProps) {
  const { workspace } = useServices();
  const { importer } = useImporter();
  const [keepsWhole, setKeepsWhole] = useKeepsWhole();
  const containers = useLive(() => containersOf(workspace, row), [workspace, row.id]) ?? [];
  if (containers.length === 0) return null;
  const parts = containers.filter(({ captureId }) => captureId === null);
  const small = parts.filter(({ size }) => size <= MOST_WHOLE).map(({ fileName }) => fileName);
  const files = importer.kept.of(row.id, small);
  const keep = () => {
    onDone();
    const choices = { keepsWhole: true };
    importer.import({ caseId: row.caseId, files, from: `${filesInWords(files.length)}, whole`, choices });
  };
  const tooLarge = parts.length - small.length;
  return (
    <div className={css.whole}>
      <p>
        {filesInWords(containers.length)} {containers.length === 1 ? 'holds' : 'hold'} many records. Kept are the bytes
        of every record that gave an article, and of each record and file name, size and hash.
        {tooLarge > 0 && ` ${filesInWords(tooLarge)} over 512 MB cannot be kept whole.`}
      </p>
      {files.length > 0 && (
        <Button isSmall onClick={keep}>
          Keep the whole {files.length === 1 ? 'file' : 'files'} too
        </Button>
      )}
      <label>
        <input type="checkbox" checked={keepsWhole} onChange={(event) => setKeepsWhole(event.target.checked)} /> Always
        keep such files whole
      </label>
    </div>
  );
}
