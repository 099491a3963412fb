/**
 * Loads a script of npm's: plain .mjs without types, loaded by address so that tsc does not look for them.
 *
 * @param path - below scripts/
 */
export async function loadScript<T>(path: string): Promise<T> {
  return import(new URL(`../../scripts/${path}`, import.meta.url).href);
}
