import { useSyncExternalStore } from 'react';
import { KeySheet } from '#renderer/features/keys/KeySheet.tsx';
import { NewCaseDialog } from '#renderer/features/start/NewCaseDialog.tsx';
import { useRoute, writeRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { type Toast, Toasts } from '#renderer/ui/Toasts.tsx';
import { DeskPalette } from './DeskPalette.tsx';
import { places } from './places.tsx';
import type { Overlay } from './use-desk-commands.ts';

type OverlaysProps = { readonly overlay: Overlay; readonly place: string | null; readonly onClose: () => void };

/** What stands over the desk: palette, key sheet, the question for a new case, toasts. */
export function Overlays({ overlay, place, onClose }: OverlaysProps) {
  const { workspace } = useServices();
  const { route, go } = useRoute();
  const home = places.find(({ needsCase }) => needsCase)?.path ?? '';
  return (
    <>
      {overlay === 'palette' && <DeskPalette onClose={onClose} />}
      {overlay === 'keys' && (
        <KeySheet
          place={place}
          settingsHref={`#${writeRoute({ ...route, place: 'settings', rest: ['keys'] })}`}
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
