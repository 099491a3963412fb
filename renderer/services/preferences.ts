import { createContext, useContext } from 'react';
import type { KeyChanges } from './commands/registry.ts';

/** How this analyst wants the desk on this device. Kept beside the store, never in a case. */
export type Preferences = {
  readonly theme: 'system' | 'light' | 'dark';
  readonly keyChanges: KeyChanges;
  /** Whether single letters act at all (WCAG 2.1.4). */
  readonly hasLetterKeys: boolean;
};

/** What the desk starts with. */
export const firstPreferences: Preferences = { theme: 'system', keyChanges: {}, hasLetterKeys: true };

type PreferencesContextValue = {
  readonly preferences: Preferences;
  readonly change: (some: Partial<Preferences>) => void;
};

/** Holds the preferences. The composition root fills it. */
export const PreferencesContext = createContext<PreferencesContextValue>({
  preferences: firstPreferences,
  change: () => {},
});

/** The analyst's preferences, and how to change some of them. */
export function usePreferences(): PreferencesContextValue {
  return useContext(PreferencesContext);
}

/** Whether a remembered value still has the shape of preferences. */
export function isPreferences(value: unknown): value is Preferences {
  if (typeof value !== 'object' || value === null) return false;
  const { theme, keyChanges, hasLetterKeys } = value as Partial<Preferences>;
  const isTheme = theme === 'system' || theme === 'light' || theme === 'dark';
  const isMap = typeof keyChanges === 'object' && keyChanges !== null;
  return isTheme && isMap && typeof hasLetterKeys === 'boolean';
}
