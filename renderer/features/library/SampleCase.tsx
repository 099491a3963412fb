import { useState } from 'react';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { openSample } from '#renderer/services/sample-case/open-sample.ts';
import { useServices } from '#renderer/services/services.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProgressStrip } from '#renderer/ui/ProgressStrip.tsx';
import { toPayload } from '#shared/kernel/app-error.ts';

/** Opens the sample case from wherever one is. */
export function Resident() {
  const { workspace, notices } = useServices();
  const { go } = useRoute();
  const [isOpening, setOpening] = useState(false);
  const open = () => {
    setOpening(true);
    openSample(workspace)
      .then(
        (caseId) => go({ caseId, place: 'library' }),
        (error: unknown) => notices.warn(toPayload(error).message),
      )
      .finally(() => setOpening(false));
  };
  useCommands([
    {
      id: 'case:open-sample',
      words: 'Open the sample case',
      keys: null,
      group: 'Case',
      ...(isOpening ? { offBecause: 'It is being opened' } : {}),
      run: open,
    },
  ]);
  if (!isOpening) return null;
  return (
    <Dialog title="Opening the sample case" onClose={() => {}} width={420} isFlush>
      <ProgressStrip label="Sample case" words="Importing and tagging" done={0} total={null} unit="articles" />
    </Dialog>
  );
}
