import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import {
  columnBytes,
  columnNames,
  columnRange,
  columnsOf,
  idsOf,
  KEY,
  keyBytes,
  NO_COUNT,
  NO_DAY,
} from '#shared/search/segment/document-columns.ts';

const anyId = fc.uuid();

describe('columns of documents', () => {
  it('keep ids in 32 bytes and give them back', () => {
    fc.assert(
      fc.property(anyId, anyId, (caseId, articleId) => {
        const bytes = keyBytes(caseId, articleId);
        expect(bytes).toHaveLength(KEY);
        expect(idsOf(bytes, 0)).toEqual({ caseId, articleId });
        expect(keyBytes(caseId.toUpperCase(), articleId.toUpperCase())).toEqual(bytes);
      }),
      { numRuns: 300 },
    );
  });

  it('lie one behind the other, each where its numbers are aligned', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(20), (documents, counts) => {
        const rows = Array.from({ length: documents }, (_, at) => ({
          caseId: '00000000-0000-7000-8000-000000000001' as CaseId,
          articleId: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}` as ArticleId,
          published: null,
          imported: at,
          words: at,
          counts:
            at === 0 ? Array.from({ length: counts }, () => ({ name: 'killed' as const, min: 1, max: null })) : [],
          length: 5,
        }));
        const columns = columnsOf(rows, ['00000000-0000-7000-8000-000000000001']);
        const rowsOfCounts = documents === 0 ? 0 : counts;
        let offset = 0;
        for (const [at, bytes] of columnBytes(columns).entries()) {
          const name = columnNames[at] ?? 'keys';
          expect(columnRange(name, documents, rowsOfCounts)).toEqual({ offset, length: bytes.length });
          expect(offset % columns[name].BYTES_PER_ELEMENT).toBe(0);
          offset += bytes.length;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('say of an article without date, and of a count with an open end, that there is none', () => {
    const columns = columnsOf(
      [
        {
          ...{ caseId: '00000000-0000-7000-8000-000000000001' as CaseId, published: null, imported: 0, words: 0 },
          articleId: '00000000-0000-7000-8000-000000000002' as ArticleId,
          ...{ counts: [{ name: 'injured' as const, min: null, max: 4 }], length: 1 },
        },
      ],
      ['00000000-0000-7000-8000-000000000001'],
    );

    expect([columns.publishedFirst[0], columns.publishedLast[0]]).toEqual([NO_DAY, NO_DAY]);
    expect([columns.countMins[0], columns.countMaxes[0], columns.countNames[0]]).toEqual([NO_COUNT, 4, 1]);
  });
});
