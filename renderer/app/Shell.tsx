import { Suspense, useEffect, useRef } from 'react';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { Case } from '#shared/domain/case.ts';
import { CaseBar } from './CaseBar.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { PlaceEntry } from './places.tsx';
import { Rail } from './Rail.tsx';
import css from './Shell.module.css';
import { StatusBar } from './StatusBar.tsx';
import { useHomeFocus } from './use-home-focus.ts';
import { useWorkspaceStatus } from './use-workspace-status.ts';

type ShellProps = {
  readonly entry: PlaceEntry;
  readonly cases: readonly Case[];
  readonly current: Case | null;
  readonly steps: { readonly undo: string | null; readonly redo: string | null };
};

/** The frame that never moves: case bar, rail of places, status bar; and the place in it. */
export function Shell({ entry, cases, current, steps }: ShellProps) {
  const { route, go } = useRoute();
  const status = useWorkspaceStatus(route.caseId);
  const main = useRef<HTMLElement>(null);
  const { Place, path, label } = entry;
  useHomeFocus(main, path);
  return (
    <div className={css.shell}>
      <CaseBar
        cases={cases}
        current={current}
        undo={steps.undo}
        redo={steps.redo}
        onOpen={(caseId) => go({ caseId, place: entry.needsCase ? path : 'library' })}
      />
      <Rail />
      <main ref={main} className={css.main} tabIndex={-1}>
        <ErrorBoundary watch={`${route.caseId} ${path}`}>
          <Suspense fallback={<Skeleton label={`Opening ${label}…`} rows={24} />}>
            {/* Another case is another desk: nothing of the one before stays in hand. */}
            <Place key={route.caseId} />
            <Arrival path={path} />
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusBar workspace={status} />
    </div>
  );
}

/**
 * Stands beside a place, and so is drawn only when the place is: its keys can be heard from then on. It says so at every drawing:
 * who turns back before another place was there comes to the one that stood all the time.
 */
function Arrival({ path }: { readonly path: string }) {
  const { commands } = useServices();
  useEffect(() => {
    if (path) commands.arrive();
  });
  return null;
}
