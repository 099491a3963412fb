import { expect } from '@playwright/test';
import { test } from '#tests/support/test.ts';
import { loaded } from './desk-page.ts';

/** What the page asks the browser about; a name that the engine does not know counts as denied. */
const ASKED = [
  'accelerometer',
  'ambient-light-sensor',
  'background-fetch',
  'background-sync',
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'nfc',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'push',
  'screen-wake-lock',
  'storage-access',
  'system-wake-lock',
  'window-management',
];

test('each permission is denied when asked about', async ({ page }) => {
  await loaded(page);
  const states = await page.evaluate(
    (names) =>
      Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => `${name}: ${state}`,
            () => `${name}: denied`,
          ),
        ),
      ),
    ASKED,
  );
  expect(states).toEqual(ASKED.map((name) => `${name}: denied`));
});

/** Attempts to use what needs a permission, with the analyst's click behind them. */
const USES: Record<string, string> = {
  camera: 'navigator.mediaDevices.getUserMedia({ video: true })',
  microphone: 'navigator.mediaDevices.getUserMedia({ audio: true })',
  screen: 'navigator.mediaDevices.getDisplayMedia({ video: true })',
  place: 'new Promise((ok, bad) => navigator.geolocation.getCurrentPosition(ok, bad, { timeout: 3000 }))',
  notifications: 'Notification.requestPermission().then((s) => { if (s !== "granted") throw s })',
  instruments: 'navigator.requestMIDIAccess({ sysex: true })',
  'reading the clipboard': 'navigator.clipboard.readText()',
  'reading pictures of the clipboard': 'navigator.clipboard.read()',
  USB: 'navigator.usb.requestDevice({ filters: [] })',
  HID: 'navigator.hid.requestDevice({ filters: [] }).then((d) => { if (d.length === 0) throw d })',
  serial: 'navigator.serial.requestPort()',
  bluetooth: 'navigator.bluetooth.requestDevice({ acceptAllDevices: true })',
  'idle times': 'IdleDetector.requestPermission().then((s) => { if (s !== "granted") throw s })',
  'local fonts': 'queryLocalFonts().then((fonts) => { if (fonts.length === 0) throw fonts })',
  'all screens': 'getScreenDetails()',
  'the pointer':
    'Promise.resolve(document.body.requestPointerLock()).then(() => new Promise((ok) => setTimeout(ok, 300))).then(() => { if (!document.pointerLockElement) throw 0 })',
  'staying awake': 'navigator.wakeLock.request("screen")',
};

for (const [what, attempt] of Object.entries(USES)) {
  test(`${what} cannot be used, even after a click`, async ({ page }) => {
    await loaded(page);
    await page.mouse.click(5, 5);
    const outcome = await Promise.race([
      // a text rather than a function: half of these names are unknown to the types, or to the oldest engine
      page.evaluate(`(async () => ${attempt})().then(() => 'used', () => 'refused')`),
      page.waitForTimeout(5_000).then(() => 'refused by silence'),
    ]);
    expect(outcome).toBe('refused');
  });
}

test('what the desk needs is granted: copying, a store that stays, the whole screen', async ({ page }) => {
  await loaded(page);
  await page.mouse.click(5, 5);
  const outcome = await page.evaluate(async () => ({
    copied: await navigator.clipboard.writeText('“a citation”').then(
      () => true,
      (error) => String(error),
    ),
    isKept: await navigator.storage.persist(),
    isWhole: await document.documentElement.requestFullscreen().then(
      () => true,
      (error) => String(error),
    ),
  }));
  expect(outcome).toEqual({ copied: true, isKept: true, isWhole: true });
});
