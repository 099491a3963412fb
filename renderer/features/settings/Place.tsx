import { EyeOpen, IdNumber, KeyCommand, SearchText, Shield } from '@blueprintjs/icons';
import type { ComponentType } from 'react';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { Bar } from '#renderer/ui/Bar.tsx';
import { InnerLink } from '#renderer/ui/InnerLink.tsx';
import { Scroll } from '#renderer/ui/Panel.tsx';
import { IndexSettings } from './IndexSettings.tsx';
import { KeySettings } from './KeySettings.tsx';
import { LookSettings } from './LookSettings.tsx';
import { PersonSettings } from './PersonSettings.tsx';
import css from './Settings.module.css';
import { StorageSettings } from './StorageSettings.tsx';

type Section = {
  readonly id: string;
  readonly name: string;
  readonly icon: ComponentType<{ readonly size?: number }>;
  readonly Body: ComponentType;
};

const SECTIONS: readonly Section[] = [
  { id: 'me', name: 'Who I am', icon: IdNumber, Body: PersonSettings },
  { id: 'look', name: 'Look', icon: EyeOpen, Body: LookSettings },
  { id: 'keys', name: 'Keys', icon: KeyCommand, Body: KeySettings },
  { id: 'index', name: 'Search index', icon: SearchText, Body: IndexSettings },
  { id: 'storage', name: 'Storage and safety copies', icon: Shield, Body: StorageSettings },
];

/** What this analyst may set: name, look, keys, and where the work lies. */
export function Place() {
  const { route, go } = useRoute();
  const section = SECTIONS.find(({ id }) => id === route.rest[0]) ?? SECTIONS[0];
  usePlaceStatus('Settings of this device; no case holds them', [{ command: 'help:keys', words: 'all keys' }]);
  if (!section) return null;
  const { Body } = section;
  return (
    <>
      <nav className={css.nav} aria-label="Settings" data-area="Settings">
        {SECTIONS.map(({ id, name, icon: Glyph }) => (
          <InnerLink
            key={id}
            onGo={() => go({ place: 'settings', rest: [id] })}
            aria-current={id === section.id ? 'page' : undefined}
          >
            <Glyph size={16} />
            {name}
          </InnerLink>
        ))}
      </nav>
      <section className={css.centre} aria-label={section.name}>
        <Bar title={section.name} />
        <Scroll label={section.name} className={css.body}>
          <Body />
        </Scroll>
      </section>
    </>
  );
}
