import { Tab as BlueprintTab, Tabs as BlueprintTabs } from '@blueprintjs/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './Tabs.module.css';
import { tabAfter } from './tab-keys.ts';

/** One tab: its name, how many things it holds, and what it shows. */
export type TabPart<Id extends string> = {
  readonly id: Id;
  readonly name: string;
  readonly count?: number | undefined;
  readonly panel: ReactNode;
};

type TabsProps<Id extends string> = {
  /** Distinguishes the ids of two sets of tabs on one screen. */
  readonly id: string;
  readonly label: string;
  readonly parts: readonly TabPart<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly className?: string;
};

/** Tabs over panels; only the chosen panel is drawn. Arrows, Home and End choose among the tabs, as they say. */
export function Tabs<Id extends string>({ id, label, parts, selected, onSelect, className }: TabsProps<Id>) {
  // Blueprint's own handler walks only tabs that say `aria-disabled="false"`, which it writes for none of ours.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const tab = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="tab"]') : null;
    const at = parts.findIndex((part) => part.id === selected);
    const next = tab && !isHeld(event) ? parts[tabAfter(event.key, at, parts.length) ?? -1] : undefined;
    if (!tab || !next) return;
    event.preventDefault();
    onSelect(next.id);
    tab.parentElement?.querySelector<HTMLElement>(`[role="tab"][data-tab-id="${next.id}"]`)?.focus();
  };
  return (
    <section className={classNames(css.tabs, className)} aria-label={label} onKeyDown={onKeyDown}>
      <BlueprintTabs
        id={id}
        animate={false}
        className={css.inner ?? ''}
        selectedTabId={selected}
        renderActiveTabPanelOnly
        onChange={(next) => {
          const part = parts.find((one) => one.id === next);
          if (part) onSelect(part.id);
        }}
      >
        {parts.map(({ id: partId, name, count, panel }) => (
          <BlueprintTab
            key={partId}
            id={partId}
            panelClassName={css.panel ?? ''}
            panel={partId === selected ? <div className={css.body}>{panel}</div> : <span />}
            title={
              <>
                {name}
                {count !== undefined && (
                  <span className={css.count} aria-hidden="true">
                    {count.toLocaleString('en')}
                  </span>
                )}
              </>
            }
          />
        ))}
      </BlueprintTabs>
    </section>
  );
}

function isHeld({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}
