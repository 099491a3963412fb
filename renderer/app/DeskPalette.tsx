import { Document, Flash } from '@blueprintjs/icons';
import type { ReactElement } from 'react';
import { Palette } from '#renderer/features/palette/Palette.tsx';
import type { NameKind, PaletteName } from '#renderer/features/palette/palette-names.ts';
import { type NamedThing, namesInCase } from '#renderer/services/names-in-case.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import { places } from './places.tsx';

/** In which place each kind of thing is opened. */
const PLACE_OF: Readonly<Record<NameKind, string>> = { article: 'reader', entity: 'entities', event: 'events' };

/** What an entity is drawn as whose type the codebook no longer has. */
const UNTYPED = { tint: 'other', icon: 'cube', name: 'Other' };

/** The palette over the names of the open case. */
export function DeskPalette({ onClose }: { readonly onClose: () => void }) {
  const { workspace, commands } = useServices();
  const { route, go } = useRoute();
  const { caseId } = route;
  const things = useLive(async () => (caseId ? await namesInCase(workspace, caseId) : []), [workspace, caseId]);
  const hasPlace = (path: string) => places.some((place) => place.path === path);
  const names = things?.filter(({ kind }) => hasPlace(PLACE_OF[kind])).map(paletteName);
  return (
    <Palette
      names={names}
      onClose={onClose}
      onCommand={(id) => commands.run(id)}
      onGo={(kind, id) => go({ place: PLACE_OF[kind], rest: [id] })}
      onSearch={hasPlace('search') && caseId ? (words) => go({ place: 'search', rest: [words] }) : undefined}
    />
  );
}

function paletteName(thing: NamedThing): PaletteName {
  return { ...thing, icon: iconOf(thing) };
}

function iconOf({ kind, type }: NamedThing): ReactElement {
  if (kind === 'event') return <Flash size={14} />;
  if (kind === 'article') return <Document size={14} />;
  return <TypeMark look={lookOf(type ?? UNTYPED)} size={20} />;
}
