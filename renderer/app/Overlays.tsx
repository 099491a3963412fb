import { useSyncExternalStore } from 'react';
import { KeySheet } from '#renderer/features/keys/KeySheet.tsx';
import { CaseDetailsDialog } from '#renderer/features/start/CaseDetailsDialog.tsx';
import { NewCaseDialog } from '#renderer/features/start/NewCaseDialog.tsx';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { type Toast, Toasts } from '#renderer/ui/Toasts.tsx';
import type { Case } from '#shared/domain/case.ts';
import { DeskPalette } from './DeskPalette.tsx';
import { places } from './places.tsx';
import type { Overlay } from './use-desk-commands.ts';

type OverlaysProps = {
  readonly overlay: Overlay;
  readonly place: string | null;
  readonly current: Case | null;
  readonly onClose: () => void;
};

/** What stands over the desk: palette, key sheet, the question for a new case, toasts. */
export function Overlays({ overlay, place, current, onClose }: OverlaysProps) {
  const { workspace } = useServices();
  const { go } = useRoute();
  const home = places.find(({ needsCase }) => needsCase)?.path ?? '';
  return (
    <>
      {overlay === 'palette' && <DeskPalette onClose={onClose} />}
      {overlay === 'keys' && (
        <KeySheet
          place={place}
          onSettings={() => {
            onClose();
            go({ place: 'settings', rest: ['keys'] });
          }}
          onClose={onClose}
        />
      )}
      {overlay === 'new-case' && (
        <NewCaseDialog
          onClose={onClose}
          onCreate={async ({ name, ...fields }) => {
            const caseId = await workspace.cases.create(name, fields);
            onClose();
            go({ caseId, place: home });
          }}
        />
      )}
      {overlay === 'case-details' && current && (
        <CaseDetailsDialog
          said={current}
          onClose={onClose}
          onSave={async (said) => {
            await workspace.cases.change(current.id, said);
            onClose();
          }}
        />
      )}
      <NoticeLayer />
    </>
  );
}

function NoticeLayer() {
  const { notices, commands } = useServices();
  const shown = useSyncExternalStore(notices.listen, notices.all);
  const toasts = shown.map(({ id, words, kind, command }): Toast => {
    const keys = command && commands.keysOf(command.id);
    return {
      id,
      words,
      kind,
      ...(command
        ? { action: { words: command.words, ...(keys ? { keys } : {}), run: () => void commands.run(command.id) } }
        : {}),
    };
  });
  return <Toasts toasts={toasts} onGone={notices.remove} />;
}
