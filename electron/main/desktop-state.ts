import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { writeWhole } from '#electron/services/write-whole.ts';

const length = z.int().check(z.gte(-100_000), z.lte(100_000));

const windowPlaceSchema = z.strictObject({
  bounds: z.strictObject({ x: length, y: length, width: length, height: length }),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
  hash: z.string().check(z.maxLength(2000)),
});

/** More windows than anybody opens: a damaged file must not open thousands. */
const MOST_WINDOWS = 20;

const stateSchema = z.strictObject({
  format: z.literal(1),
  windows: z.array(windowPlaceSchema).check(z.maxLength(MOST_WINDOWS)),
  saveFolder: z.nullable(z.string()),
});

/** Where a window stands on the screen, and which place of the desk it shows. */
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

type State = Omit<z.infer<typeof stateSchema>, 'format'>;

/** Moving a window tells its bounds many times a second; one write for all of them is enough. */
const QUIET_MS = 250;

/** What the program remembers of its windows and dialogs, in `windows.json` of the data folder. */
export class DesktopState {
  private readonly file: string;
  private state: State;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  private constructor(file: string, state: State) {
    this.file = file;
    this.state = state;
  }

  /** Reads what was remembered; nothing when there is no such file, or none that can be read. */
  static async open(dataFolder: string): Promise<DesktopState> {
    const file = join(dataFolder, 'windows.json');
    const text = await readFile(file, 'utf8').catch(() => null);
    return new DesktopState(file, parse(text) ?? { windows: [], saveFolder: null });
  }

  /** The windows that were open last. */
  get windows(): readonly WindowPlace[] {
    return this.state.windows;
  }

  /** The folder that something was saved to last; null when nothing was. */
  get saveFolder(): string | null {
    return this.state.saveFolder;
  }

  /** Remembers the windows that are open. */
  noteWindows(windows: readonly WindowPlace[]): void {
    this.note({ ...this.state, windows: windows.slice(0, MOST_WINDOWS) });
  }

  /** Remembers the folder that something was saved to. */
  noteSaveFolder(saveFolder: string): void {
    this.note({ ...this.state, saveFolder });
  }

  /** Writes at once what is still to be written. */
  async flush(): Promise<void> {
    if (this.timer) {
      clearTimeout(this.timer);
      this.write();
    }
    await this.writing;
  }

  private note(state: State): void {
    if (JSON.stringify(state) === JSON.stringify(this.state)) return;
    this.state = state;
    this.timer ??= setTimeout(() => this.write(), QUIET_MS);
  }

  private write(): void {
    this.timer = undefined;
    const text = `${JSON.stringify({ format: 1, ...this.state })}\n`;
    // losing the place of a window is no reason to stop: the next change tries again
    this.writing = this.writing.then(() => writeWhole(this.file, text)).catch((error) => console.error(error));
  }
}

function parse(text: string | null): State | null {
  if (text === null) return null;
  try {
    const { windows, saveFolder } = stateSchema.parse(JSON.parse(text));
    return { windows, saveFolder };
  } catch {
    return null; // from a later version, or damaged: the windows open at their first place
  }
}
