import { useState } from 'react';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { openSample } from '#renderer/services/sample-case/open-sample.ts';
import { useServices } from '#renderer/services/services.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProgressStrip } from '#renderer/ui/ProgressStrip.tsx';
import { toPayload } from '#shared/kernel/app-error.ts';

type Progress = { readonly done: number; readonly total: number | null };

/** Opens the sample case from wherever one is. */
export function Resident() {
  const { workspace, notices } = useServices();
  const { go } = useRoute();
  const [progress, setProgress] = useState<Progress | null>(null);
  const open = () => {
    setProgress({ done: 0, total: null });
    openSample(workspace, (done, total) => setProgress({ done, total }))
      .then(
        (caseId) => go({ caseId, place: 'library' }),
        (error: unknown) => notices.warn(toPayload(error).message),
      )
      .finally(() => setProgress(null));
  };
  useCommands([
    {
      id: 'case:open-sample',
      words: 'Open the sample case',
      keys: null,
      group: 'Case',
      ...(progress ? { offBecause: 'It is being opened' } : {}),
      run: open,
    },
  ]);
  if (!progress) return null;
  return (
    <Dialog title="Opening the sample case" onClose={() => {}} width={420} isFlush>
      <ProgressStrip label="Sample case" words="Importing and tagging" {...progress} unit="steps" />
    </Dialog>
  );
}
