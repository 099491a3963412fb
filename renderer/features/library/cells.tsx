import { Duplicate } from '@blueprintjs/icons';
import type { ReactNode } from 'react';
import { PlainTag } from '#renderer/ui/Facts.tsx';
import { type StatusForm, StatusShape } from '#renderer/ui/Shapes.tsx';
import type { LibraryColumn, LibraryRow } from '#shared/contracts/library-query.ts';
import { shortDate } from '#shared/dates/short-date.ts';
import type { ArticleStatus } from '#shared/domain/case-article.ts';
import css from './Library.module.css';

/** How each status is called. */
export const statusWords: Readonly<Record<ArticleStatus, string>> = {
  inbox: 'Inbox',
  'in-progress': 'In progress',
  done: 'Done',
  'set-aside': 'Set aside',
};

/** How each status is drawn. */
export const statusForms: Readonly<Record<ArticleStatus, StatusForm>> = {
  inbox: 'ring',
  'in-progress': 'half',
  done: 'tick',
  'set-aside': 'dash',
};

/** Made once: a formatter takes longer to make than a screen of rows to draw. */
const figures = new Intl.NumberFormat('en');

/** What a row shows in a column. */
export function cellOf(column: LibraryColumn, row: LibraryRow): ReactNode {
  switch (column) {
    case 'status':
      return (
        <span className={css.status}>
          <StatusShape form={statusForms[row.status]} label={statusWords[row.status]} />
        </span>
      );
    case 'title':
      return (
        <bdi className={row.title === '' ? css.nothing : undefined} {...(row.language ? { lang: row.language } : {})}>
          {row.title || 'Without a title'}
        </bdi>
      );
    case 'publisher':
    case 'byline':
      return <bdi className={css.second}>{row[column]}</bdi>;
    case 'published':
      return <span className="tab">{shortDate(row.published)}</span>;
    case 'language':
      return <span className={css.second}>{row.language}</span>;
    case 'tags':
      return <Tags tags={row.tags} />;
    case 'duplicates':
      return row.duplicates === 0 ? <Zero /> : <Copies count={row.duplicates} />;
    case 'added':
      return null;
    default:
      return row[column] === 0 ? <Zero /> : figures.format(row[column]);
  }
}

function Zero() {
  return (
    <span className={css.nothing}>
      <span aria-hidden="true">·</span>
      <span className="unseen">none</span>
    </span>
  );
}

function Copies({ count }: { readonly count: number }) {
  return (
    <span
      className={css.copies}
      data-tip={
        count === 1
          ? 'One copy more: the same bytes again, or the same story'
          : `${count} copies more: the same bytes again, or the same story`
      }
    >
      <Duplicate size={10} />
      {count}
    </span>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  return (
    <span className={css.tags} {...(tags.length > 2 ? { 'data-tip': tags.join(', ') } : {})}>
      {tags.map((tag) => (
        <PlainTag key={tag}>{tag}</PlainTag>
      ))}
    </span>
  );
}
