/** Light, dark, or whatever the system says. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/**
 * Draws the desk in the chosen theme and keeps following the system where that is the choice.
 *
 * @returns a function that stops following
 */
export function applyTheme(choice: ThemeChoice): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const isDark = choice === 'dark' || (choice === 'system' && system.matches);
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  };
  apply();
  if (choice !== 'system') return () => {};
  system.addEventListener('change', apply);
  return () => system.removeEventListener('change', apply);
}
