import { app, dialog, type MessageBoxOptions } from 'electron';
import { CrashTally } from './crash-tally.ts';
import type { DeskWindow } from './desk-window.ts';

const KEPT = 'Every change that was committed is kept.';

const STOPPED: MessageBoxOptions = {
  type: 'warning',
  message: 'This window stopped working and was opened again at its place.',
  detail: `${KEPT} What was being typed and not yet saved may be gone.`,
};

const STOPPED_AGAIN: MessageBoxOptions = {
  type: 'error',
  message: 'This window keeps stopping.',
  detail: `${KEPT} It was opened again twice within a minute and stopped each time, so it is left closed for now.`,
  buttons: ['Try again', 'Close the window'],
  defaultId: 0,
  cancelId: 1,
};

const STUCK: MessageBoxOptions = {
  type: 'warning',
  message: 'This window does not answer.',
  detail: `A long job may only need time. ${KEPT}`,
  buttons: ['Wait', 'Reload the window'],
  defaultId: 0,
  cancelId: 0,
};

/** Opens a window again whose page has crashed, and asks what to do about one that does not answer. */
export function watchForCrashes(window: DeskWindow): void {
  const tally = new CrashTally();
  window.contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    console.error(`casewright: the page of a window has gone (${reason}, ${exitCode})`);
    if (reason === 'clean-exit' || window.frame.isDestroyed()) return;
    const worthATry = tally.note(performance.now());
    if (worthATry) window.load();
    const words = worthATry ? tellStopped(window) : askToTryAgain(window, tally);
    words.catch((error) => console.error(error));
  });
  watchForStuckPage(window);
}

/** Notes what else may crash: Chromium starts its own helpers again by itself. */
export function watchHelpers(): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName }) => {
    if (reason === 'clean-exit') return;
    console.error(`casewright: a helper has gone (${type}, ${serviceName ?? 'unnamed'}, ${reason}, ${exitCode})`);
  });
}

async function tellStopped({ frame }: DeskWindow): Promise<void> {
  await dialog.showMessageBox(frame, STOPPED);
}

async function askToTryAgain(window: DeskWindow, tally: CrashTally): Promise<void> {
  const { response } = await dialog.showMessageBox(window.frame, STOPPED_AGAIN);
  if (window.frame.isDestroyed()) return;
  if (response !== 0) return window.frame.close();
  tally.forget();
  window.load();
}

function watchForStuckPage(window: DeskWindow): void {
  let asking: AbortController | null = null;
  window.frame.on('unresponsive', () => {
    if (asking) return;
    asking = new AbortController();
    const { signal } = asking;
    dialog
      .showMessageBox(window.frame, { ...STUCK, signal })
      .then(({ response }) => {
        // ends the page for good; it then comes back as after any crash
        if (response === 1 && !signal.aborted && !window.frame.isDestroyed()) window.contents.forcefullyCrashRenderer();
      })
      .catch((error) => console.error(error))
      .finally(() => {
        asking = null;
      });
  });
  window.frame.on('responsive', () => asking?.abort());
}
