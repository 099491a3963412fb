import type { OpenArticle } from '#renderer/services/reader/use-open-article.ts';
import { Facts } from '#renderer/ui/Facts.tsx';
import { dateInWords } from '#shared/dates/date-words.ts';
import css from './Details.module.css';

/** Captured, imported, published: three dates that are easily taken for one another, each with its zone. */
export function ThreeDates({ open: { article, acquisitions } }: { readonly open: OpenArticle }) {
  const [first] = acquisitions;
  const captured = first?.capturedAt ?? first?.httpDate ?? null;
  return (
    <div className={css.dates}>
      <Facts
        facts={[
          { term: 'Published', value: article.published ? stated(article.published) : 'unknown' },
          { term: 'Captured', value: captured ?? 'not said by the file' },
          ...acquisitions.map(({ importedAt, fileName }, at) => ({
            term: at === 0 ? 'Imported' : `Again (${at + 1})`,
            value: (
              <>
                {inUtc(importedAt)} <bdi className="muted">{fileName}</bdi>
              </>
            ),
          })),
        ]}
      />
    </div>
  );
}

/** A date as it was stated: with its zone, or that it has none. */
function stated(edtf: string): string {
  const hasTime = edtf.includes('T');
  const hasZone = /(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(edtf);
  return `${dateInWords(edtf)}${hasTime && !hasZone ? ', zone not stated' : ''}`;
}

function inUtc(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}
