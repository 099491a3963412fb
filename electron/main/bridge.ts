import { ipcMain, type WebFrameMain } from 'electron';
import type { Services } from '#electron/services/create-services.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { isDesk } from './desk-address.ts';
import type { DeskWindows } from './desk-windows.ts';

const REFUSED: Reply<never> = {
  ok: false,
  error: { code: 'refused', message: 'Refused: not the workbench window.' },
};

/** Answers what the desk asks; a frame inside it, or any other page, is refused whatever it asks. Never throws. */
export function serveBridge(services: Services, windows: DeskWindows): void {
  ipcMain.handle('workbench:call', async (event, channel: unknown, input: unknown): Promise<Reply<unknown>> => {
    const window = windows.of(event.sender);
    if (!window || !isDeskFrame(event.senderFrame)) return REFUSED;
    window.heard();
    return services.answer(channel, input, window.id);
  });
}

/** The frame is null when it has gone since it asked. */
function isDeskFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isDesk(frame.url);
}
