import { contextBridge, ipcRenderer } from 'electron';
import type { EventPayload, HostEvent, Workbench } from '#shared/contracts/host.ts';

type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

// One way in and one way out: the main process tells channels apart, and trusts nothing that comes through here.
const workbench: Workbench = {
  call: async (channel, input) => {
    try {
      return await ipcRenderer.invoke('workbench:call', channel, input);
    } catch {
      return { ok: false, error: { code: 'unavailable', message: 'The host did not answer.' } };
    }
  },
  listen: <E extends HostEvent>(event: E, listener: (payload: EventPayload<E>) => void) => {
    // each event's listeners are told that event's payloads alone
    const own: Listener = (payload) => listener(payload as EventPayload<E>);
    const told = listeners.get(event) ?? new Set();
    listeners.set(event, told.add(own));
    return () => {
      told.delete(own);
    };
  },
};

ipcRenderer.on('workbench:tell', (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

contextBridge.exposeInMainWorld('workbench', workbench);
