import { useCallback, useEffect, useState } from 'react';
import type { Workspace } from '#renderer/data/workspace.ts';
import type { CopyOnOffer, Loss } from '#renderer/features/start/VanishedScreen.tsx';
import { type ErrorPayload, toPayload } from '#shared/kernel/app-error.ts';

/** The store has less than the witness saw: the analyst decides before anything opens. */
export type Vanished = {
  readonly kind: 'vanished';
  readonly losses: readonly Loss[];
  /** The program that held the workspace until it was moved here; null when it was not moved but lost. */
  readonly movedFrom: string | null;
  /** Whether every case of a moved workspace stands here already. */
  readonly isWhole: boolean;
  readonly copies: readonly CopyOnOffer[];
  /** Brings the copies back; the words, if any, are to be read before the workspace opens. */
  readonly restore: () => Promise<string | null>;
  readonly startAnew: () => Promise<void>;
};

/** What opening the workspace came to. */
export type Opened = { readonly kind: 'open'; readonly workspace: Workspace } | Vanished;

/** Where the desk is on its way to being usable. */
export type DeskState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly error: ErrorPayload }
  | Opened;

/** Opens the workspace once, and again when the analyst has decided about what is gone. */
export function useDeskState(open: () => Promise<Opened>): { state: DeskState; again: () => void } {
  const [state, setState] = useState<DeskState>({ kind: 'opening' });
  const again = useCallback(() => {
    setState({ kind: 'opening' });
    open().then(setState, (error: unknown) => {
      console.error(error);
      setState({ kind: 'failed', error: toPayload(error) });
    });
  }, [open]);
  useEffect(again, [again]);
  return { state, again };
}
