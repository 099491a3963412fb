import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import {
  firstPreferences,
  isPreferences,
  type Preferences,
  PreferencesContext,
} from '#renderer/services/preferences.ts';
import { applyTheme } from '#renderer/ui/theme.ts';
import { deskMemory, listenToMemory } from './desk-memory.ts';

const KEY = 'preferences';

/** The preferences of this profile: the same in every window, and drawn at once. */
export function WithPreferences({ children }: { readonly children: ReactNode }) {
  const written = useSyncExternalStore(listen, read);
  const preferences = useMemo(() => parse(written), [written]);
  useEffect(() => applyTheme(preferences.theme), [preferences.theme]);
  const value = useMemo(() => {
    const change = (some: Partial<Preferences>) => {
      deskMemory.write(KEY, JSON.stringify({ ...preferences, ...some }));
      for (const listener of listeners) listener();
    };
    return { preferences, change };
  }, [preferences]);
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

/** Parts of this window; the other windows hear of a change from the browser. */
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  const stop = listenToMemory(KEY, listener);
  return () => {
    listeners.delete(listener);
    stop();
  };
}

function read(): string | null {
  return deskMemory.read(KEY);
}

function parse(written: string | null): Preferences {
  try {
    const kept: unknown = written === null ? null : JSON.parse(written);
    return isPreferences(kept) ? kept : firstPreferences;
  } catch {
    // Changed by a hand: as if nothing had been set.
    return firstPreferences;
  }
}
