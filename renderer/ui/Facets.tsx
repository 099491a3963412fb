import { CaretDown, CaretRight } from '@blueprintjs/icons';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './Facets.module.css';
import { useRemembered } from './memory.tsx';
import { Tick } from './Ticks.tsx';

/** One value that a list can be narrowed to, with the exact number of rows that have it. */
export type FacetRow = {
  readonly id: string;
  readonly name: ReactNode;
  readonly count: number;
  readonly isOn: boolean;
  readonly mark?: ReactElement;
};

type FacetGroupProps = {
  readonly name: string;
  readonly rows?: readonly FacetRow[];
  readonly onToggle?: (id: string, isOn: boolean) => void;
  /** How many values are not listed; `onMore` lists them. */
  readonly more?: number;
  readonly onMore?: () => void;
  /** Instead of rows or under them: a histogram, a field. */
  readonly children?: ReactNode;
  readonly isClosedAtFirst?: boolean;
};

const isOpenFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/** One group of facets, which opens and closes and remembers it. */
export function FacetGroup({
  name,
  rows = [],
  onToggle,
  more = 0,
  onMore,
  children,
  isClosedAtFirst,
}: FacetGroupProps) {
  const [isOpen, setOpen] = useRemembered(`facet.${name}`, !isClosedAtFirst, isOpenFlag);
  return (
    <section className={css.group} aria-label={name}>
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? <CaretDown size={12} /> : <CaretRight size={12} />}
          {name}
        </button>
      </h2>
      {isOpen &&
        rows.map((row) => (
          <Tick key={row.id} checked={row.isOn} className={css.row} onChange={(isOn) => onToggle?.(row.id, isOn)}>
            <span className={css.label}>
              {row.mark}
              <bdi className="cut">{row.name}</bdi>
              <span className={css.count}>{row.count.toLocaleString('en')}</span>
            </span>
          </Tick>
        ))}
      {isOpen && more > 0 && (
        <button type="button" className={css.more} onClick={onMore}>
          {more.toLocaleString('en')} more
        </button>
      )}
      {isOpen && children}
    </section>
  );
}

type FacetsProps = {
  readonly label: string;
  readonly children: ReactNode;
  /** Pixels. */
  readonly width?: number;
  readonly className?: string;
  /** `region` where the groups belong to a search, `complementary` beside a list. */
  readonly role?: 'region' | 'complementary';
};

/** What can be narrowed down, with exact counts: the side area of lists. */
export function Facets({ label, children, width = 208, className, role = 'complementary' }: FacetsProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name
    <div
      role={role}
      aria-label={label}
      data-area={label}
      tabIndex={0}
      className={classNames(css.facets, 'scroll', className)}
      style={{ width }}
    >
      {children}
    </div>
  );
}
