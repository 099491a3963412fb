import { Briefcase, Cog, Globe, Help, IdNumber, Manual, Search, ThList, TimelineEvents } from '@blueprintjs/icons';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** One place of the desk. What is not in the list does not show: not in the rail, not in the palette, not by key. */
export type PlaceEntry = {
  /** Its part of the address, and of the id of the command that goes there: `go:library`. */
  readonly path: string;
  /** Its name in the rail. */
  readonly label: string;
  readonly keys: string;
  readonly icon: ComponentType<{ readonly size?: number }>;
  /** Where its link stands: in the rail, or at the rail's foot. */
  readonly stands: 'rail' | 'foot';
  /** Whether it can be entered only with a case open. */
  readonly needsCase: boolean;
  readonly Place: LazyExoticComponent<ComponentType>;
  /** Fetches it before it is entered. */
  readonly fetch: () => Promise<unknown>;
};

type PlaceModule = { readonly Place: ComponentType };

/** A place of the rail, fetched when it is first entered. */
function place(
  path: string,
  label: string,
  keys: string,
  icon: PlaceEntry['icon'],
  load: () => Promise<PlaceModule>,
  more: Partial<Pick<PlaceEntry, 'stands' | 'needsCase'>> = {},
): PlaceEntry {
  const Place = lazy(async () => ({ default: (await load()).Place }));
  return { path, label, keys, icon, stands: 'rail', needsCase: true, ...more, Place, fetch: load };
}

/** The places in the order of the rail. A feature folder adds its one line here. */
export const places: readonly PlaceEntry[] = [
  place('library', 'Library', 'g l', ThList, () => import('#renderer/features/library/Place.tsx')),
  place('reader', 'Reader', 'g r', Manual, () => import('#renderer/features/reader/Place.tsx')),
  place('search', 'Search', 'g s', Search, () => import('#renderer/features/search/Place.tsx')),
  place('entities', 'Entities', 'g e', IdNumber, () => import('#renderer/features/entities/Place.tsx')),
  place('events', 'Events', 'g v', TimelineEvents, () => import('#renderer/features/events/Place.tsx')),
  place('sources', 'Sources', 'g p', Globe, () => import('#renderer/features/sources/Place.tsx')),
  place('case-file', 'Case file', 'g c', Briefcase, () => import('#renderer/features/case-file/Place.tsx')),
  place('help', 'Help', 'g h', Help, () => import('#renderer/features/help/Place.tsx'), {
    stands: 'foot',
    needsCase: false,
  }),
  place('settings', 'Settings', 'g ,', Cog, () => import('#renderer/features/settings/Place.tsx'), {
    stands: 'foot',
    needsCase: false,
  }),
];

/** A part that is on the desk whatever place is: takes dropped files, opens case files, carries on an import. */
export type Resident = {
  readonly name: string;
  readonly needsCase: boolean;
  readonly Part: LazyExoticComponent<ComponentType>;
};

type ResidentModule = { readonly Resident: ComponentType };

/** A part that stays, fetched once the desk is drawn. */
export function resident(name: string, load: () => Promise<ResidentModule>, needsCase: boolean): Resident {
  return { name, needsCase, Part: lazy(async () => ({ default: (await load()).Resident })) };
}

/** The parts that stay. A feature folder adds its one line here: its `Resident` gives commands and draws its own dialogs. */
export const residents: readonly Resident[] = [
  resident('Case files', () => import('#renderer/features/case-file/Resident.tsx'), false),
  resident('Import', () => import('#renderer/features/library/Resident.tsx'), true),
  resident('Copies', () => import('#renderer/features/library/CopyKeeper.tsx'), true),
  resident('Sample case', () => import('#renderer/features/library/SampleCase.tsx'), false),
];
