import { BrowserWindow, type BrowserWindowConstructorOptions, type WebContents } from 'electron';
import type { WindowId } from '#electron/services/create-services.ts';
import type { EventPayload, HostEvent } from '#shared/contracts/host.ts';
import type { MenuCommand } from '#shared/contracts/menu-commands.ts';
import { Closing } from './closing.ts';
import { deskAddress, isDesk, placeOf } from './desk-address.ts';
import type { WindowPlace } from './desktop-state.ts';
import { FIRST_SIZE, LEAST_SIZE } from './fit-to-displays.ts';

/** One window of the desk: what is told to it waits until its page listens, and it closes once its page agrees. */
export class DeskWindow {
  readonly frame: BrowserWindow;
  readonly contents: WebContents;
  /** How the services know this window. */
  readonly id: WindowId;
  private readonly closing: Closing;
  private held: (() => void)[] = [];
  private listens = false;
  private hash: string;

  /**
   * Opens the window and begins to load the desk; it shows itself when the page is drawn.
   *
   * @param preload - path of the built preload script
   */
  constructor(place: Partial<WindowPlace>, preload: string) {
    this.hash = place.hash ?? '';
    this.frame = new BrowserWindow({ ...LOOKS, ...FIRST_SIZE, ...place.bounds, webPreferences: { ...SAFE, preload } });
    this.contents = this.frame.webContents;
    this.id = String(this.contents.id);
    this.closing = new Closing({
      tell: () => this.tell('window:closing', {}),
      close: () => {
        if (!this.frame.isDestroyed()) this.frame.close();
      },
    });
    this.watchPage();
    this.frame.on('close', (event) => {
      if (!this.closing.mayClose(this.listens && !this.contents.isCrashed())) event.preventDefault();
    });
    this.frame.once('ready-to-show', () => this.show(place));
    this.load();
  }

  /** Where the window stands and what it shows. */
  get place(): WindowPlace {
    return {
      bounds: this.frame.getNormalBounds(),
      isMaximized: this.frame.isMaximized(),
      isFullScreen: this.frame.isFullScreen(),
      hash: this.hash,
    };
  }

  /** Loads the desk (again) at the place that the window showed last. */
  load(): void {
    // a page that cannot be loaded shows itself: an empty window, and the words in the log
    this.frame.loadURL(deskAddress(this.hash)).catch((error) => console.error(error));
  }

  /** Tells the page something, at the latest when it listens. */
  tell<E extends HostEvent>(event: E, payload: EventPayload<E>): void {
    this.whenListening(() => this.contents.send('workbench:tell', event, payload));
  }

  /** Has the page carry out a command as if the analyst had just clicked there: without that no file dialog opens. */
  run(command: MenuCommand): void {
    const userGesture = true;
    this.whenListening(() => {
      this.contents
        .executeJavaScript('undefined', userGesture)
        .catch((error) => console.error(error))
        .finally(() => this.tell('command:run', { id: command }));
    });
  }

  /** The page is drawn and listens: tells it what has waited. */
  startTelling(): void {
    this.listens = true;
    for (const send of this.held.splice(0)) send();
  }

  /** The page lives: it has just called. */
  heard(): void {
    this.closing.heard();
  }

  /** The page has written what it had to: the window may close, if it wants to. */
  allowClosing(): void {
    this.closing.allow();
  }

  /** Brings the window before the analyst. */
  focus(): void {
    if (this.frame.isMinimized()) this.frame.restore();
    this.frame.show();
    this.frame.focus();
  }

  private whenListening(send: () => void): void {
    if (this.listens) send();
    else this.held.push(send);
  }

  private show({ isMaximized, isFullScreen }: Partial<WindowPlace>): void {
    if (isMaximized) this.frame.maximize();
    this.frame.show();
    if (isFullScreen) this.frame.setFullScreen(true);
  }

  private watchPage(): void {
    this.contents.on('did-start-navigation', (_event, _url, isInPlace, isMainFrame) => {
      if (isMainFrame && !isInPlace) this.listens = false;
    });
    this.contents.on('did-navigate', (_event, url) => {
      // about:blank is the one address that nothing can forbid
      if (!isDesk(url)) this.load();
    });
    this.contents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
      if (isMainFrame) this.hash = placeOf(url);
    });
    // closing is agreed upon by `window:closing`; a page cannot hold its window open by `beforeunload`
    this.contents.on('will-prevent-unload', (event) => event.preventDefault());
    this.contents.on('render-process-gone', () => {
      this.listens = false;
    });
  }
}

const LOOKS: BrowserWindowConstructorOptions = {
  show: false,
  minWidth: LEAST_SIZE.width,
  minHeight: LEAST_SIZE.height,
  title: 'Casewright',
};

/** Every one of these is what Electron does by default today, or what it should. */
const SAFE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false, // it fetches dictionaries
  navigateOnDragDrop: false,
  backgroundThrottling: false, // an import goes on while another program is in front
} as const;
