import { useEffect } from 'react';
import { useServices } from './services.ts';

/** What a place says in the status bar. */
export type PlaceStatus = {
  /** What it shows, with counts: "1,842 articles, 41 MB of text". */
  readonly shows: string;
  /** What stands at the end, with a word each; at most five are drawn, and only keys that act where the focus is. */
  readonly hints: readonly Hint[];
};

/** A key that helps: of a command, by its id; or one that a field of the place takes itself while it has the caret. */
export type Hint =
  | { readonly command: string; readonly words: string }
  | { readonly keys: string; readonly words: string };

/** Keeps what the place on the desk says of itself. */
export class PlaceStatusBoard {
  private current: PlaceStatus | null = null;
  private readonly listeners = new Set<() => void>();

  /** @returns a function that clears it again, unless another place has spoken since */
  set(status: PlaceStatus): () => void {
    this.current = status;
    this.tell();
    return () => {
      if (this.current !== status) return;
      this.current = null;
      this.tell();
    };
  }

  readonly get = (): PlaceStatus | null => this.current;

  /** @returns a function that stops listening */
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Says in the status bar what the place shows and which keys help here. */
export function usePlaceStatus(shows: string, hints: PlaceStatus['hints']): void {
  const { status } = useServices();
  const said = JSON.stringify(hints);
  useEffect(() => status.set({ shows, hints: JSON.parse(said) }), [status, shows, said]);
}
