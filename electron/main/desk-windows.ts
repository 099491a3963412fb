import { screen, type WebContents } from 'electron';
import type { WindowId } from '#electron/services/create-services.ts';
import { watchForCrashes } from './crash-watch.ts';
import { DeskWindow } from './desk-window.ts';
import type { DesktopState, WindowPlace } from './desktop-state.ts';
import { FIRST_SIZE, fitToDisplays } from './fit-to-displays.ts';

/** How far a further window stands from the one it was opened from. */
const STEP = 28;

/** All windows of the desk, however many; remembers where they stand. */
export class DeskWindows {
  private readonly windows: DeskWindow[] = []; // the one used last is first
  private readonly state: DesktopState;
  private readonly preload: string;
  private isQuitting = false;

  /** @param preload - path of the built preload script */
  constructor(state: DesktopState, preload: string) {
    this.state = state;
    this.preload = preload;
  }

  /** Opens the windows that were open when the program ended; at least one. */
  openRemembered(): void {
    const places = this.state.windows;
    if (places.length === 0) this.open();
    for (const place of places) this.openAt(place);
  }

  /**
   * Opens another window beside the one in use.
   *
   * @param hash - the place of the desk to show; the start when empty
   */
  open(hash = ''): DeskWindow {
    const beside = this.last?.place.bounds;
    const bounds = beside && { ...beside, x: beside.x + STEP, y: beside.y + STEP };
    const first = screen.getPrimaryDisplay().workArea;
    return this.openAt({
      bounds: bounds ?? {
        x: first.x + Math.floor((first.width - FIRST_SIZE.width) / 2),
        y: first.y + Math.floor((first.height - FIRST_SIZE.height) / 2),
        ...FIRST_SIZE,
      },
      isMaximized: false,
      isFullScreen: false,
      hash,
    });
  }

  /** The window used last; undefined when all are closed. */
  get last(): DeskWindow | undefined {
    return this.windows[0];
  }

  /** The window that shows a page; undefined for a page that is no window of the desk. */
  of(contents: WebContents): DeskWindow | undefined {
    return this.windows.find((window) => window.contents === contents);
  }

  /** The window that the services know by this id; undefined once it has closed. */
  withId(id: WindowId): DeskWindow | undefined {
    return this.windows.find((window) => window.id === id);
  }

  /** The program is ending: windows that close from now on come back at the next start. */
  startQuitting(): void {
    this.remember();
    this.isQuitting = true;
  }

  private openAt(place: WindowPlace): DeskWindow {
    const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
    const window = new DeskWindow({ ...place, bounds: fitToDisplays(place.bounds, areas) }, this.preload);
    this.windows.unshift(window);
    this.watch(window);
    watchForCrashes(window);
    return window;
  }

  private watch(window: DeskWindow): void {
    const { frame, contents } = window;
    const remember = () => this.remember();
    frame.on('resize', remember);
    frame.on('move', remember);
    frame.on('maximize', remember);
    frame.on('unmaximize', remember);
    frame.on('enter-full-screen', remember);
    frame.on('leave-full-screen', remember);
    contents.on('did-navigate-in-page', remember);
    frame.on('focus', () => {
      this.windows.sort((a, b) => Number(b === window) - Number(a === window));
    });
    frame.on('closed', () => {
      this.windows.splice(this.windows.indexOf(window), 1);
      remember();
    });
  }

  private remember(): void {
    // the last window to close is the one to come back, and so are all that close because the program ends
    if (this.isQuitting || this.windows.length === 0) return;
    this.state.noteWindows(this.windows.map((window) => window.place).reverse());
  }
}
