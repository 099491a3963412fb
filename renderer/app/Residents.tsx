import { Suspense } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { residents } from './places.tsx';

/** The parts that are on the desk whatever place is. One that breaks takes nothing else with it. */
export function Residents({ hasCase }: { readonly hasCase: boolean }) {
  return residents
    .filter((resident) => hasCase || !resident.needsCase)
    .map(({ name, Part }) => (
      <ErrorBoundary key={name} watch={name}>
        <Suspense fallback={null}>
          <Part />
        </Suspense>
      </ErrorBoundary>
    ));
}
