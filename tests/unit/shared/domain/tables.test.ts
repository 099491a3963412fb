import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import type { CaseArticle } from '#shared/domain/case-article.ts';
import type { Claim } from '#shared/domain/claim.ts';
import { effects } from '#shared/domain/event.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import { instantSchema } from '#shared/domain/ids.ts';
import { describeRow, pointersOf, references } from '#shared/domain/references.ts';
import { isTableName, rowId, tableNames, tableSchemas } from '#shared/domain/tables.ts';
import { caseTables } from '#shared/exchange/case-ports.ts';

const caseArticle = { caseId: 'c', articleId: 'a', status: 'inbox', tags: [], grade: null, note: '', added: '' };

describe('tableSchemas', () => {
  it.each(tableNames.map((name) => [name]))('says of %s what its JSON looks like', (name) => {
    expect(z.toJSONSchema(tableSchemas[name].schema)).toMatchObject({ type: 'object', additionalProperties: false });
  });

  it('gives a case to every table of cases', () => {
    const without = tableNames.filter((name) => {
      const fields = Object.keys(z.toJSONSchema(tableSchemas[name].schema).properties ?? {});
      return tableSchemas[name].scope === 'case' && name !== 'cases' && !fields.includes('caseId');
    });

    expect(without).toEqual([]);
  });

  it('names no set that is no list', () => {
    const wrong = tableNames.flatMap((name) => {
      const fields = new Map(Object.entries(z.toJSONSchema(tableSchemas[name].schema).properties ?? {}));
      return Object.keys(tableSchemas[name].sets).filter((field) => Object(fields.get(field)).type !== 'array');
    });

    expect(wrong).toEqual([]);
  });

  it('knows its own names only', () => {
    expect(['articles', 'toString', 'Articles'].map(isTableName)).toEqual([true, false, false]);
  });

  it('leaves only the machine’s work out of a case file', () => {
    const left = tableNames.filter((name) => !caseTables.some((each) => each === name));

    expect(left.map((name) => tableSchemas[name].scope)).toEqual(left.map(() => 'machine'));
  });
});

describe('rowId', () => {
  it('joins the parts of a key', () => {
    expect(rowId('caseArticles', caseArticle as never as CaseArticle)).toBe('c/a');
  });

  it('names a row in a report', () => {
    expect(describeRow('caseArticles', caseArticle as never as CaseArticle)).toBe('caseArticles c/a');
  });
});

describe('pointersOf', () => {
  it('finds what a row points at, in lists too', () => {
    const claim = {
      caseId: 'c',
      highlightIds: ['h1', 'h2'],
      eventId: 'v',
      denies: null,
      saidBy: [
        { sourceId: 's', entityId: null },
        { sourceId: null, entityId: 'e' },
      ],
    } as never as Claim;

    expect(pointersOf('claims', claim).map(({ to, id }) => `${to} ${id}`)).toEqual([
      'cases c',
      'highlights h1',
      'highlights h2',
      'events v',
      'sources s',
      'entities e',
    ]);
  });

  it('names fields that are there', () => {
    const unknown = references.filter(({ table, path }) => {
      const properties = z.toJSONSchema(tableSchemas[table].schema).properties ?? {};
      return !Object.hasOwn(properties, path[0] ?? '');
    });

    expect(unknown).toEqual([]);
  });
});

describe('the General codebook', () => {
  it('has nine types under nine keys', () => {
    expect(generalCodebook.entityTypes.map(({ key, name }) => `${key} ${name}`)).toEqual([
      '1 Person',
      '2 Armed group',
      '3 State body',
      '4 Organisation',
      '5 Place',
      '6 Site',
      '7 Weapon',
      '8 Vehicle',
      '9 Other',
    ]);
  });

  it('has eight event types, each with roles', () => {
    expect(generalCodebook.eventTypes.filter(({ roles }) => roles.length > 0).map(({ name }) => name)).toEqual([
      'Clash',
      'Strike',
      'Shelling',
      'Explosion',
      'Arrest',
      'Movement',
      'Statement',
      'Other',
    ]);
  });

  it('counts eight effects', () => {
    expect(effects).toEqual(
      expect.arrayContaining([
        'killed',
        'injured',
        'killed-or-injured',
        'missing',
        'detained',
        'displaced',
        'strikes',
        'other',
      ]),
    );
  });
});

describe('an instant', () => {
  it.each([
    ['a moment', '2026-03-14T06:40:00.000Z', true],
    ['a day that is not', '2026-02-30T06:40:00.000Z', false],
    ['another zone', '2026-03-14T06:40:00.000+03:00', false],
  ])('is parsed from %s', (_, text, is) => {
    expect(instantSchema.safeParse(text).success).toBe(is);
  });
});
