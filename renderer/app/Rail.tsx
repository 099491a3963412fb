import { useAllCommands } from '#renderer/services/commands/use-commands.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { InnerLink } from '#renderer/ui/InnerLink.tsx';
import { keyWords } from '#renderer/ui/key-caps.ts';
import { type PlaceEntry, places } from './places.tsx';
import css from './Shell.module.css';

/** The rail of places. */
export function Rail() {
  return (
    <nav className={css.rail} aria-label="Places">
      {places
        .filter((entry) => entry.stands === 'rail')
        .map((entry) => (
          <PlaceLink key={entry.path} entry={entry} />
        ))}
      <span className={css.railEnd}>
        {places
          .filter((entry) => entry.stands === 'foot')
          .map((entry) => (
            <PlaceLink key={entry.path} entry={entry} />
          ))}
      </span>
    </nav>
  );
}

function PlaceLink({ entry: { path, label, icon: Glyph, stands } }: { readonly entry: PlaceEntry }) {
  const { route, go } = useRoute();
  const { commands } = useServices();
  const keys = useAllCommands().find((command) => command.id === `go:${path}`)?.ownKeys ?? null;
  return (
    <InnerLink
      onGo={() => {
        // the next key may come before the place does
        if (path !== route.place) commands.depart();
        go({ place: path });
      }}
      className={css.place}
      aria-current={route.place === path ? 'page' : undefined}
      data-tip={label}
      data-tip-keys={keys ?? undefined}
      title={keys ? `${label} (${keyWords(keys)})` : label}
      draggable={false}
    >
      <span className={css.placeInner} title="">
        <Glyph size={stands === 'rail' ? 18 : 16} />
        {label}
      </span>
    </InnerLink>
  );
}
