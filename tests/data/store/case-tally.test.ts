import { describe, expect, it } from 'vitest';
import { CaseTally } from '#renderer/data/derive/case-tally.ts';
import { RowChanges } from '#renderer/data/transaction/row-changes.ts';
import type { Row, TableName } from '#shared/domain/tables.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

function part(table: TableName, rows: readonly object[]): RowChanges {
  const changes = new RowChanges();
  for (const row of rows as readonly (Row<'highlights'> | Row<'claims'>)[]) {
    changes.set(table, { id: row.id, before: null, after: row });
  }
  return changes;
}

const highlight = (id: string, articleId: string) => ({ id, articleId });
const claim = (id: string, eventId: string, ...highlightIds: string[]) => ({
  id,
  caseId: 'case',
  eventId,
  highlightIds,
});

function filled(): CaseTally {
  const tally = new CaseTally();
  tally.note(part('highlights', [highlight('h1', 'a'), highlight('h2', 'a')]));
  tally.note(part('highlights', [highlight('h3', 'b')]));
  tally.note(part('claims', [claim('c1', 'e1', 'h1', 'h2'), claim('c2', 'e2', 'h2', 'h3')]));
  tally.note(part('claims', [claim('c3', 'e1', 'h1'), claim('c4', 'e1', 'gone')]));
  return tally;
}

describe('CaseTally', () => {
  it('counts the highlights of an article and the events that claims tie to it, over all parts', () => {
    const tally = filled();

    expect(tally.of('a' as never)).toEqual({ highlights: 2, events: 2 });
    expect(tally.of('b' as never)).toEqual({ highlights: 1, events: 1 });
    expect(tally.of('c' as never)).toEqual({ highlights: 0, events: 0 });
  });

  it('writes how many claims tie which event to which article', async () => {
    const { db } = await testWorkspace();

    await db.transaction('rw', db.tables, () => filled().writeEvents(db));

    expect(await db.articleEvents.toArray()).toEqual([
      { caseId: 'case', articleId: 'a', eventId: 'e1', claims: 2 },
      { caseId: 'case', articleId: 'a', eventId: 'e2', claims: 1 },
      { caseId: 'case', articleId: 'b', eventId: 'e2', claims: 1 },
    ]);
  });
});
