import { callHost } from '#renderer/platform/host.ts';
import type { Command } from '#renderer/services/commands/command.ts';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { focusNextArea } from './areas.ts';
import { places } from './places.tsx';

/** What stands over the desk when asked for. */
export type Overlay = 'palette' | 'keys' | 'new-case' | 'case-details' | null;

/** The commands that every place has: going, undoing, and what stands over the desk. */
export function useDeskCommands(
  show: (overlay: Overlay) => void,
  steps: { undo: string | null; redo: string | null },
): void {
  const { route, go } = useRoute();
  const { workspace, notices, commands, underWay } = useServices();
  const takeBack = async (which: 'undo' | 'redo') => {
    try {
      // what is shown already is a step already, also while it is being written
      const work = underWay.settle().then(() => workspace[which](route.caseId));
      notices.turning(which, steps[which] ?? 'the last step', work);
      const words = await work;
      if (words !== null) notices.turned(which, words);
    } catch (error) {
      notices.warn(toPayload(error).message);
    }
  };
  const everywhere = (id: string, words: string, keys: string | null, run: () => void): Command => ({
    id,
    words,
    keys,
    group: 'Everywhere',
    run,
  });
  useCommands([
    { ...everywhere('palette:open', 'Every command by its name', 'Mod+K', () => show('palette')), isKeyOnly: true },
    { ...step('Undo', 'Mod+Z', steps.undo), run: () => void takeBack('undo') },
    { ...step('Redo', 'Mod+Shift+Z', steps.redo), run: () => void takeBack('redo') },
    everywhere('help:keys', 'Keys of this place', '?', () => show('keys')),
    everywhere('area:next', 'Next area', 'F6', () => focusNextArea(1)),
    everywhere('area:previous', 'Previous area', 'Shift+F6', () => focusNextArea(-1)),
    everywhere('case:new', 'New case…', null, () => show('new-case')),
    ...(route.caseId === null ? [] : [everywhere('case:details', 'Case details…', null, () => show('case-details'))]),
    everywhere('workspace:move', 'Move the workspace…', null, () =>
      go({ place: 'settings', rest: ['storage', 'move'] }),
    ),
    everywhere('window:new', 'New window', 'Mod+Shift+N', () => {
      callHost('window:open', { hash: location.hash.replace(/^#/, '') }).catch((error: unknown) =>
        notices.warn(toPayload(error).message),
      );
    }),
    // in the search place the key is that place's own, whichever is given later: what was typed must stay
    ...(route.caseId !== null && route.place !== 'search' && places.some(({ path }) => path === 'search')
      ? [everywhere('search:focus', 'Search titles and texts', '/', () => go({ place: 'search' }))]
      : []),
    ...places
      .filter((place) => !place.needsCase || route.caseId !== null)
      .map(
        ({ path, label, keys }): Command => ({
          id: `go:${path}`,
          words: label,
          keys,
          group: 'Places',
          run: () => {
            if (path !== route.place) commands.depart();
            go({ place: path });
          },
        }),
      ),
  ]);
}

function step(label: 'Undo' | 'Redo', keys: string, words: string | null): Omit<Command, 'run'> {
  return {
    id: `edit:${label.toLowerCase()}`,
    name: label,
    words: words === null ? label : `${label}: ${words}`,
    keys,
    group: 'Everywhere',
    restsInFields: true,
    ...(words === null ? { offBecause: `Nothing to ${label.toLowerCase()}` } : {}),
  };
}
