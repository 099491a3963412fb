import { useEffect, useState } from 'react';
import { StartScreen } from '#renderer/features/start/StartScreen.tsx';
import { curled } from '#renderer/services/curled-words.ts';
import { RouteProvider } from '#renderer/services/route.tsx';
import { type Services, useServices } from '#renderer/services/services.ts';
import { useStandingWarnings } from '#renderer/services/standing-warnings.ts';
import { useHost } from '#renderer/services/use-host.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { useRemembered } from '#renderer/ui/memory.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import { OpeningScreen } from './FailedScreen.tsx';
import { Overlays } from './Overlays.tsx';
import { places } from './places.tsx';
import { Residents } from './Residents.tsx';
import { Shell } from './Shell.tsx';
import { useCommandKeys } from './use-command-keys.ts';
import { type Overlay, useDeskCommands } from './use-desk-commands.ts';
import { useFetchedPlaces } from './use-fetched-places.ts';
import { useHashRoute } from './use-hash-route.ts';
import { useHostCommands } from './use-host-commands.ts';

/** The desk of an open workspace: the start screen, or a place of the open case. */
export function Frame() {
  const value = useHashRoute();
  return (
    <RouteProvider value={value}>
      <Routed route={value.route} go={value.go} />
    </RouteProvider>
  );
}

type RoutedProps = ReturnType<typeof useHashRoute>;

const isId = (value: unknown): value is CaseId | null => value === null || typeof value === 'string';

function Routed({ route, go }: RoutedProps) {
  const { workspace, commands, notices } = useServices();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [lastCase, setLastCase] = useRemembered<CaseId | null>('last-case', null, isId);
  // With the case that it was read for: the list from before a case was made must not judge the address of that case.
  const answer = useLive(
    async () => ({ readFor: route.caseId, cases: await workspace.cases.list() }),
    [workspace, route.caseId],
  );
  const cases = answer?.cases;
  const steps = useLive(() => readSteps(workspace, route.caseId), [workspace, route.caseId]) ?? NO_STEPS;
  useCommandKeys(commands, notices.warn);
  useHostCommands();
  useFetchedPlaces();
  useDeskCommands(setOverlay, steps);
  const current = cases?.find(({ id }) => id === route.caseId) ?? null;
  const entry = places.find(({ path }) => path === route.place) ?? null;
  const isThere = entry !== null && (current !== null || !entry.needsCase);
  useEffect(() => {
    if (current && current.id !== lastCase) setLastCase(current.id);
  }, [current, lastCase, setLastCase]);
  useEffect(() => {
    // An address that leads nowhere leads to the last case, or to the start.
    if (!cases || isThere || answer?.readFor !== route.caseId) return;
    const wanted = current ?? cases.find(({ id }) => id === lastCase) ?? cases[0];
    const home = places.find((place) => place.needsCase);
    if (wanted && home) go({ caseId: wanted.id, place: home.path });
    else if (route.place !== '' || route.caseId) go({ caseId: null, place: '' });
  }, [cases, answer?.readFor, isThere, current, lastCase, route, go]);
  useEffect(() => {
    document.title = [entry?.label, current?.name, 'Casewright'].filter(Boolean).join(' · ');
  }, [entry, current]);
  if (!cases) return <OpeningScreen />;
  return (
    <>
      {isThere ? (
        <Shell entry={entry} cases={cases} current={current} steps={steps} />
      ) : (
        cases.length === 0 && <Start />
      )}
      <Residents hasCase={current !== null} />
      <Overlays
        overlay={overlay}
        place={isThere ? entry.label : null}
        current={current}
        onClose={() => setOverlay(null)}
      />
    </>
  );
}

type Steps = { readonly undo: string | null; readonly redo: string | null };
const NO_STEPS: Steps = { undo: null, redo: null };

function Start() {
  const host = useHost('host:describe');
  const disk = useHost('disk:free');
  const warnings = useStandingWarnings();
  return (
    <StartScreen
      warnings={warnings}
      freeBytes={disk.value?.freeBytes ?? null}
      dataFolder={host.value?.dataFolder ?? null}
      version={host.value?.version ?? null}
    />
  );
}

async function readSteps(workspace: Services['workspace'], caseId: CaseId | null): Promise<Steps> {
  const { undo, redo } = await workspace.undoWords(caseId);
  return { undo: undo && curled(undo), redo: redo && curled(redo) };
}
