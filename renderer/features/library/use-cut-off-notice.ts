import { useEffect } from 'react';
import { findCutOff } from '#renderer/services/import/find-cut-off.ts';
import { useServices } from '#renderer/services/services.ts';
import type { CaseId } from '#shared/domain/ids.ts';

/** Says, when a case is opened, that an import into it was cut off: by a window, a browser or a machine that ended. */
export function useCutOffNotice(caseId: CaseId): void {
  const { workspace, notices } = useServices();
  useEffect(() => {
    const look = async () => {
      const cutOff = (await findCutOff(workspace)).filter((row) => row.caseId === caseId);
      for (const { from } of cutOff) {
        const words = `The import of ${from} was cut off. What was stored of it is in; it can be resumed in the import history.`;
        notices.warn(words, { id: 'library:history', words: 'Import history' });
      }
    };
    look().catch((error: unknown) => console.error(error));
  }, [workspace, notices, caseId]);
}
