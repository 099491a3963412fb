import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DesktopState, type WindowPlace } from '#electron/main/desktop-state.ts';

const PLACE: WindowPlace = {
  bounds: { x: 10, y: 20, width: 900, height: 700 },
  isMaximized: false,
  isFullScreen: false,
  hash: '#/library',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casewright-state-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = () => join(folder, 'windows.json');

describe('DesktopState', () => {
  it('knows nothing in a new data folder', async () => {
    const state = await DesktopState.open(folder);
    expect([state.windows, state.saveFolder]).toEqual([[], null]);
  });

  it('knows after a restart what was noted', async () => {
    const state = await DesktopState.open(folder);
    state.noteWindows([PLACE, { ...PLACE, isMaximized: true }]);
    state.noteSaveFolder('/exports');
    await state.flush();
    const again = await DesktopState.open(folder);
    expect(again.windows).toEqual([PLACE, { ...PLACE, isMaximized: true }]);
    expect(again.saveFolder).toBe('/exports');
  });

  it('writes by itself when it has been quiet', async () => {
    const state = await DesktopState.open(folder);
    for (let x = 0; x < 50; x++) state.noteWindows([{ ...PLACE, bounds: { ...PLACE.bounds, x } }]);
    await expect.poll(() => JSON.parse(readFileSync(file(), 'utf8')).windows[0].bounds.x).toBe(49);
    await state.flush();
  });

  it('waits with one write for all that changes meanwhile', async () => {
    const state = await DesktopState.open(folder);
    vi.useFakeTimers();
    for (const path of ['/a', '/b', '/c']) state.noteSaveFolder(path);
    expect(vi.getTimerCount()).toBe(1);
    vi.useRealTimers();
    await state.flush();
    expect((await DesktopState.open(folder)).saveFolder).toBe('/c');
  });

  it('writes nothing when nothing has changed', async () => {
    const state = await DesktopState.open(folder);
    state.noteWindows([PLACE]);
    await state.flush();
    rmSync(file());
    state.noteWindows([{ ...PLACE }]);
    await state.flush();
    expect(() => readFileSync(file())).toThrow();
  });

  it.each([
    ['damaged', '{"format":1'],
    ['from a later version', '{"format":2,"windows":[],"saveFolder":null}'],
    ['of another shape', '{"format":1,"windows":[{}],"saveFolder":null}'],
    ['full of windows', JSON.stringify({ format: 1, windows: Array(21).fill(PLACE), saveFolder: null })],
    ['beyond all displays', JSON.stringify({ format: 1, windows: [far(1e9)], saveFolder: null })],
    ['empty', ''],
  ])('starts anew when the file is %s', async (_, text) => {
    writeFileSync(file(), text);
    expect((await DesktopState.open(folder)).windows).toEqual([]);
  });

  it('remembers no more windows than it would open', async () => {
    const state = await DesktopState.open(folder);
    state.noteWindows(Array<WindowPlace>(30).fill(PLACE));
    await state.flush();
    expect((await DesktopState.open(folder)).windows).toHaveLength(20);
  });

  it('goes on when the file cannot be written, and tries again with the next change', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    const state = await DesktopState.open(folder);
    mkdirSync(join(file(), 'in the way'), { recursive: true });
    state.noteSaveFolder('/a');
    await state.flush();
    expect(complaints).toHaveBeenCalledOnce();
    rmSync(file(), { recursive: true });
    state.noteSaveFolder('/b');
    await state.flush();
    expect((await DesktopState.open(folder)).saveFolder).toBe('/b');
    complaints.mockRestore();
  });
});

function far(x: number): WindowPlace {
  return { ...PLACE, bounds: { ...PLACE.bounds, x } };
}
