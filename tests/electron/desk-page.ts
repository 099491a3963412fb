import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { Channel, HostEvent } from '#shared/contracts/host.ts';
import type { ErrorPayload } from '#shared/kernel/app-error.ts';
import type { Running } from '#tests/support/hosts.ts';

/** A running workbench whose host is Electron. */
export type RunningElectron = Running & { readonly electron: ElectronApplication };

/** Narrows what the fixtures give: these specs run in Electron alone. */
export function inElectron(running: Running): RunningElectron {
  if (!running.electron) throw new Error('this spec runs in Electron alone');
  return { ...running, electron: running.electron };
}

/** What a page may get back from the bridge. */
export type AnyReply = { ok: boolean; value?: unknown; error?: ErrorPayload };

/** Waits until the desk's document is there. */
export async function loaded(page: Page): Promise<Page> {
  await page.waitForURL('app://casewright/**');
  await page.waitForLoadState();
  return page;
}

/** Calls the bridge as the desk does, but with whatever words. */
export function call(page: Page, channel: Channel | (string & {}), input: unknown): Promise<AnyReply> {
  return page.evaluate(([name, argument]) => Reflect.get(globalThis, 'workbench').call(name, argument), [
    channel,
    input,
  ] as const);
}

/** Notes from now on what the host tells the page; agrees to be closed, unless that is what is noted. */
export async function noteEvents(page: Page, ...events: HostEvent[]): Promise<void> {
  await page.evaluate((names) => {
    const told: unknown[] = [];
    Reflect.set(globalThis, 'told', told);
    for (const name of names) {
      Reflect.get(globalThis, 'workbench').listen(name, (payload: unknown) => {
        told.push({ name, payload, isActive: navigator.userActivation.isActive });
      });
    }
    if (names.includes('window:closing')) return;
    const workbench = Reflect.get(globalThis, 'workbench');
    workbench.listen('window:closing', () => workbench.call('window:may-close', null));
  }, events);
  await call(page, 'window:ready', null);
}

/** What the host has told the page since `noteEvents`. */
export function told(page: Page): Promise<{ name: HostEvent; payload: unknown; isActive: boolean }[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'told'));
}

/**
 * Keeps back what the desk itself says on a channel from its next document on, so that a spec can say it in its place.
 *
 * @returns lets it through again
 */
export async function keepBack(electron: ElectronApplication, channel: Channel): Promise<() => Promise<void>> {
  await electron.evaluate(({ ipcMain }, kept) => {
    // the handler as Electron keeps it
    const handlers = Reflect.get(ipcMain, '_invokeHandlers');
    const handle = handlers.get('workbench:call');
    Reflect.set(globalThis, 'keptBack', kept);
    handlers.set('workbench:call', (event: unknown, name: string, input: unknown) =>
      name === Reflect.get(globalThis, 'keptBack') ? new Promise(() => {}) : handle(event, name, input),
    );
  }, channel);
  return () => electron.evaluate(() => Reflect.set(globalThis, 'keptBack', null)).then(() => {});
}

/** Clicks an item of the native menu. */
export async function clickMenu(electron: ElectronApplication, id: string): Promise<void> {
  const isThere = await electron.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    item?.click();
    return Boolean(item);
  }, id);
  expect(isThere).toBe(true);
}

/** Answers every message box with `response`, and notes what it said. */
export async function answerMessages(electron: ElectronApplication, response = 0): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ dialog }, answer) => {
    const said: string[] = [];
    Reflect.set(globalThis, 'said', said);
    Object.assign(dialog, {
      showMessageBox: async (...words: { message?: string }[]) => {
        said.push(words.at(-1)?.message ?? '');
        return { response: answer, checkboxChecked: false };
      },
    });
  }, response);
  return () => electron.evaluate(() => Reflect.get(globalThis, 'said'));
}
