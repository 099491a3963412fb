import { type PlaceRecord, whyNotHere } from '#electron/services/place-record.ts';
import type { Place } from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type BrowserEngine, engineOfUserAgent } from './browser-engine.ts';

/** The browser that the host opens itself, with the version that its program tells; null where the analyst opens one. */
export type InstalledBrowser = (BrowserEngine & { readonly path: string }) | null;

/** The place that a window is: the host's own browser, else what the browser says of itself with each request. */
export function placeOfWindow(installed: InstalledBrowser, userAgent: string): Place {
  const said = engineOfUserAgent(userAgent);
  if (installed === null) return { hostKind: 'loopback', browserPath: null, ...said };
  const { path, engine, engineMajor } = installed;
  // a program that does not tell its version before it runs (0) tells it with its requests
  return { hostKind: 'loopback', browserPath: path, engine, engineMajor: engineMajor || said.engineMajor };
}

/**
 * Refuses to open a workspace that another host or browser holds, before any browser has touched its profile. What is not known
 * yet - the analyst's own browser, a version that is not told - is left to the first window.
 *
 * @throws {AppError} `conflict` with the reason in words
 */
export function refuseElsewhere(record: PlaceRecord, installed: InstalledBrowser): void {
  const why = whyNotHere(record, firstGuess(record, installed));
  if (why !== null) throw new AppError('conflict', why);
}

/**
 * How the profile that lies there is called from now on, if it must not be opened: after *Move the workspace…* another browser
 * may come, or an older one, and what lies there from before Electron is of the past. Null when it is this browser's own.
 */
export function nameOfOldProfile(record: PlaceRecord, installed: InstalledBrowser, now: number): string | null {
  const { place, releasedTo } = record;
  if (place === null || releasedTo === null) return null;
  // whatever browser has left this profile, the workspace comes from Electron, and a newer browser may have been here last
  if (place.hostKind === 'electron') return `before-Electron-${now}`;
  if (place.browserPath === null) return null;
  const isOwn = whyNotHere({ place, releasedTo: null }, firstGuess(record, installed)) === null;
  return isOwn ? null : `of-${place.engine.replace(/\W/g, '')}-${place.engineMajor}-${now}`;
}

function firstGuess({ place }: PlaceRecord, installed: InstalledBrowser): Place {
  const engineMajor = installed?.engineMajor || (place?.engineMajor ?? 0);
  const engine = installed?.engine ?? place?.engine ?? '';
  return { hostKind: 'loopback', browserPath: installed?.path ?? null, engine, engineMajor };
}
