import { Tab as BlueprintTab, Tabs as BlueprintTabs } from '@blueprintjs/core';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './Tabs.module.css';

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

/** Tabs over panels; only the chosen panel is drawn. Arrows walk the tabs. */
export function Tabs<Id extends string>({ id, label, parts, selected, onSelect, className }: TabsProps<Id>) {
  return (
    <section className={classNames(css.tabs, className)} aria-label={label}>
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
