import { Cube, Flag, KnownVehicle, MapMarker, Office, People, Person, Rocket, Shield } from '@blueprintjs/icons';
import type { TypeLook } from './TypeMark.tsx';

/** Icons that a type may be drawn with, by their Blueprint names: named one by one, since the set of all is a chunk of 300 kB. */
const ICONS: Readonly<Record<string, TypeLook['icon']>> = {
  person: Person,
  flag: Flag,
  shield: Shield,
  people: People,
  'map-marker': MapMarker,
  office: Office,
  rocket: Rocket,
  'known-vehicle': KnownVehicle,
  cube: Cube,
};

/** The look of a type whose tint and icon are given by name. An icon that is not known here is drawn as a cube. */
export function lookOf({ tint, icon, name }: { tint: string; icon: string; name: string }): TypeLook {
  return { tint, icon: ICONS[icon] ?? Cube, name };
}
