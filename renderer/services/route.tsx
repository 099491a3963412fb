import { createContext, type ReactNode, useContext } from 'react';
import type { CaseId } from '#shared/domain/ids.ts';

/** Where the analyst is: `#/case/CASE/reader/ARTICLE` or, with no case open, `#/settings`. */
export type Route = {
  readonly caseId: CaseId | null;
  /** `library`, `reader`; empty on the start screen. */
  readonly place: string;
  /** What the place has in hand: the article's id, the event's. */
  readonly rest: readonly string[];
};

/** Where to go. What is left out stays as it is, but `rest`, which is then empty. */
export type Destination = {
  readonly caseId?: CaseId | null;
  readonly place?: string;
  readonly rest?: readonly string[];
};

type RouteContextValue = { readonly route: Route; readonly go: (to: Destination) => void };

const RouteContext = createContext<RouteContextValue | null>(null);

/** Hands the route to every place. */
export function RouteProvider({
  value,
  children,
}: {
  readonly value: RouteContextValue;
  readonly children: ReactNode;
}) {
  return <RouteContext value={value}>{children}</RouteContext>;
}

/** Where the analyst is, and how to go elsewhere. */
export function useRoute(): RouteContextValue {
  const value = useContext(RouteContext);
  if (!value) throw new Error('useRoute is used outside of the desk.');
  return value;
}

/**
 * The case on the desk.
 *
 * @throws when no case is open; the desk draws places that need one only then
 */
export function useCaseId(): CaseId {
  const { route } = useRoute();
  if (!route.caseId) throw new Error('This place needs an open case.');
  return route.caseId;
}

/** Reads the part of an address after `#`. What names no place leads to the start. */
export function readRoute(path: string): Route {
  const parts = path.split('/').filter(Boolean).map(decodePart);
  const [first, second = '', place = '', ...rest] = parts;
  if (first === 'case' && isCaseId(second)) return { caseId: second, place, rest };
  return { caseId: null, place: first ?? '', rest: parts.slice(1) };
}

/** The address of a route, to stand after `#`. */
export function writeRoute({ caseId, place, rest }: Route): string {
  const parts = [...(caseId ? ['case', caseId] : []), ...(place ? [place, ...rest] : [])];
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

/** The route that a destination leads to from where one is. */
export function routeTo(from: Route, to: Destination): Route {
  return {
    caseId: to.caseId === undefined ? from.caseId : to.caseId,
    place: to.place ?? from.place,
    rest: to.rest ?? [],
  };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A per cent sign typed by hand: taken as it stands.
    return part;
  }
}

function isCaseId(text: string): text is CaseId {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
}
