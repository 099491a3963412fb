import type { SourceRow } from '#renderer/services/sources/source-list.ts';
import type { ListColumn } from '#renderer/ui/grid/ListGrid.tsx';
import css from './Sources.module.css';

const collator = new Intl.Collator(undefined, { numeric: true });
const byName = (a: SourceRow, b: SourceRow) => collator.compare(a.name, b.name);

/** The columns of the publishers, in the order in which they stand at first. */
export const sourceColumns: readonly ListColumn<SourceRow>[] = [
  {
    ...column('name', 'Name', 200),
    isFluid: true,
    canResize: false,
    isNeeded: true,
    cell: ({ name }) => <bdi className={css.name}>{name}</bdi>,
    compare: byName,
  },
  {
    ...column('domains', 'Domains', 190, 2),
    isFluid: true,
    cell: ({ domains }) => <span className={css.second}>{domains.join(', ')}</span>,
    compare: (a, b) => collator.compare(a.domains[0] ?? '', b.domains[0] ?? '') || byName(a, b),
  },
  {
    ...column('grade', 'Grade', 70),
    cell: ({ grade }) => grade ?? '',
    compare: (a, b) => collator.compare(a.grade ?? 'Z', b.grade ?? 'Z') || byName(a, b),
  },
  {
    ...column('articles', 'Articles', 84),
    align: 'end',
    cell: ({ articles }) => articles.toLocaleString('en'),
    compare: (a, b) => a.articles - b.articles,
  },
  {
    ...column('republishes', 'Republishes', 170, 3),
    isFluid: true,
    canSort: false,
    cell: ({ republishes }) => <span className={css.second}>{republishes.map(({ name }) => name).join(', ')}</span>,
  },
];

function column(id: string, name: string, width: number, yields = 0) {
  return { id, name, width, yields, canSort: true, canResize: true };
}
