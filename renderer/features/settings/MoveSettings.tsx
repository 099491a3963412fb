import { useState } from 'react';
import { useRoute } from '#renderer/services/route.tsx';
import { movePorts, releaseWorkspace } from '#renderer/services/safety/move-workspace.ts';
import { useServices } from '#renderer/services/services.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { toPayload } from '#shared/kernel/app-error.ts';
import { Block } from './Block.tsx';

type HostKind = 'electron' | 'loopback';

const NAMES: Readonly<Record<HostKind, string>> = {
  electron: 'Casewright’s own window',
  loopback: 'an installed browser',
};

/** Lets the workspace go to the other host, for when one of them can no longer be used. */
export function MoveSettings({ hostKind }: { readonly hostKind: HostKind }) {
  const { route, go } = useRoute();
  const to = hostKind === 'electron' ? 'loopback' : 'electron';
  const isAsking = route.rest[1] === 'move';
  return (
    <Block title="Move">
      <p>
        One workspace belongs to one program at a time. This one is held by {NAMES[hostKind]}; it can be moved to{' '}
        {NAMES[to]} on the same data folder.
      </p>
      <Button onClick={() => go({ rest: ['storage', 'move'] })}>Move the workspace…</Button>
      {isAsking && <MoveDialog to={to} onClose={() => go({ rest: ['storage'] })} />}
    </Block>
  );
}

type MoveState = { readonly kind: 'asked' | 'moving' | 'moved' } | { readonly kind: 'failed'; readonly why: string };

function MoveDialog({ to, onClose }: { readonly to: HostKind; readonly onClose: () => void }) {
  const { workspace, closing } = useServices();
  const [state, setState] = useState<MoveState>({ kind: 'asked' });
  const move = () => {
    setState({ kind: 'moving' });
    releaseWorkspace(movePorts(workspace, closing), to).then(
      () => setState({ kind: 'moved' }),
      (error: unknown) => setState({ kind: 'failed', why: toPayload(error).message }),
    );
  };
  const isDone = state.kind === 'moved';
  const acts = isDone ? (
    <Button look="primary" onClick={() => window.close()}>
      Close this window
    </Button>
  ) : (
    <>
      <Button look="primary" disabled={state.kind === 'moving'} onClick={move}>
        {state.kind === 'moving' ? 'Writing safety copies…' : 'Move it'}
      </Button>
      <Button look="plain" onClick={onClose}>
        Leave it here
      </Button>
    </>
  );
  return (
    <Dialog title="Move the workspace" onClose={onClose} foot={acts}>
      {isDone ? (
        <p role="status">
          The next start opens the workspace in {NAMES[to]} and brings every case in from its safety copy. Close all
          windows now: what would be changed here after this would stay here.
        </p>
      ) : (
        <p>
          A safety copy of every case is written and verified first. The next start then opens the workspace in{' '}
          {NAMES[to]} and brings the cases in from these copies, with their whole history. Nothing is removed here.
        </p>
      )}
      {state.kind === 'failed' && <ErrorNote title="The workspace was not moved">{state.why}</ErrorNote>}
    </Dialog>
  );
}
