import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { type HostKind, openInBrowser, openInElectron, type Running } from './hosts.ts';

/** Runs `act` in a workspace of somebody else: another data folder, another browser profile; both are gone afterwards. */
export async function inSecondWorkspace(
  hostKind: HostKind,
  browser: Browser | null,
  act: (running: Running) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'casewright-second-'));
  const running =
    hostKind === 'electron' || !browser ? await openInElectron(folder) : await openInBrowser(browser, folder);
  try {
    await act(running);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
