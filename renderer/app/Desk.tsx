import { useEffect, useMemo } from 'react';
import type { Workspace } from '#renderer/data/workspace.ts';
import { NameScreen } from '#renderer/features/start/NameScreen.tsx';
import { VanishedScreen } from '#renderer/features/start/VanishedScreen.tsx';
import { HandedFiles } from '#renderer/services/case-file/handed-files.ts';
import { Closing } from '#renderer/services/closing.ts';
import { CommandRegistry } from '#renderer/services/commands/registry.ts';
import { Notices } from '#renderer/services/notices.ts';
import { PlaceStatusBoard } from '#renderer/services/place-status.ts';
import { usePreferences } from '#renderer/services/preferences.ts';
import { keepSafe } from '#renderer/services/safety/keep-safe.ts';
import { type Services, ServicesContext } from '#renderer/services/services.ts';
import { UnderWay } from '#renderer/services/under-way.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { MemoryProvider } from '#renderer/ui/memory.tsx';
import { TooltipLayer } from '#renderer/ui/TooltipLayer.tsx';
import { SearchClient } from '#renderer/workers/search-client.ts';
import { commandCatalogue } from './command-catalogue.ts';
import { deskMemory } from './desk-memory.ts';
import { type Opened, useDeskState } from './desk-state.ts';
import { FailedScreen, OpeningScreen } from './FailedScreen.tsx';
import { Frame } from './Frame.tsx';
import { WithPreferences } from './WithPreferences.tsx';

type DeskProps = { readonly open: () => Promise<Opened> };

/** The whole desk, from the first look at the store to the last key. */
export function Desk({ open }: DeskProps) {
  return (
    <MemoryProvider memory={deskMemory}>
      <WithPreferences>
        <OpenedDesk open={open} />
        <TooltipLayer />
      </WithPreferences>
    </MemoryProvider>
  );
}

function OpenedDesk({ open }: DeskProps) {
  const { state, again } = useDeskState(open);
  switch (state.kind) {
    case 'opening':
      return <OpeningScreen />;
    case 'failed':
      return <FailedScreen error={state.error} onAgain={again} />;
    case 'vanished':
      return (
        <VanishedScreen
          losses={state.losses}
          movedFrom={state.movedFrom}
          isWhole={state.isWhole}
          copies={state.copies}
          onRestore={state.restore}
          onStartAnew={state.startAnew}
          onOpen={again}
        />
      );
    case 'open':
      return <NamedDesk workspace={state.workspace} />;
  }
}

function NamedDesk({ workspace }: { readonly workspace: Workspace }) {
  const services = useMemo<Services>(
    () => ({
      commands: foreseen(new CommandRegistry()),
      notices: new Notices(),
      status: new PlaceStatusBoard(),
      closing: new Closing(),
      underWay: new UnderWay(),
      handed: new HandedFiles(),
      workspace,
      search: new SearchClient(workspace.db.name),
    }),
    [workspace],
  );
  useEffect(() => startWhenDrawn(services.search), [services]);
  useEffect(() => keepSafe(workspace, services.closing, services.notices), [workspace, services]);
  useEffect(() => services.closing.before(services.underWay.settle), [services]);
  // Wrapped, because a name that was looked for and not found is another answer than one not read yet.
  const answer = useLive(async () => ({ me: await workspace.people.me() }), [workspace]);
  if (!answer) return <OpeningScreen />;
  if (!answer.me) return <NameScreen onName={(name) => workspace.people.setName(name)} />;
  return (
    <ServicesContext value={services}>
      <KeptKeys services={services} />
      <Frame />
    </ServicesContext>
  );
}

function foreseen(registry: CommandRegistry): CommandRegistry {
  registry.foresee(commandCatalogue);
  return registry;
}

/** Milliseconds after which the desk is drawn: the index comes after it. */
const DRAWN_AFTER = 400;

/** What was committed elsewhere is taken in even if nobody searches. */
function startWhenDrawn(search: SearchClient): () => void {
  const timer = setTimeout(() => search.start(), DRAWN_AFTER);
  return () => clearTimeout(timer);
}

/** Keeps the registry's keys as the analyst set them. */
function KeptKeys({ services: { commands } }: { readonly services: Services }) {
  const { keyChanges, hasLetterKeys } = usePreferences().preferences;
  useEffect(() => commands.changeKeys(keyChanges, hasLetterKeys), [commands, keyChanges, hasLetterKeys]);
  return null;
}
