import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '#shared/domain/ledger.ts';
import { type CaseRow, type CaseSource, type CaseTable, caseTables } from '#shared/exchange/case-ports.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { fillCase, importSamples } from '#tests/support/filled-case.ts';
import { gather } from '#tests/support/gather.ts';
import { derivedSnapshot, snapshot } from '#tests/support/plain-model.ts';
import { sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

describe('collectCase and restoreCase', () => {
  it('give the same rows, bodies and chains in an empty workspace', async () => {
    const { source, target, caseId } = await twoWorkspaces();

    await target.restoreCase(source);

    expect(await everything(await target.collectCase(caseId))).toEqual(await everything(source));
    expect((await target.verify(null)).faults).toEqual([]);
  });

  it('give the same derived rows', async () => {
    const { origin, source, target } = await twoWorkspaces();

    await target.restoreCase(source);

    expect(await derivedSnapshot(target)).toEqual(await derivedSnapshot(origin));
  });

  it('say how many rows each table has', async () => {
    const { source } = await twoWorkspaces();
    const { counts } = await source.summary();

    for (const table of caseTables)
      expect([table, (await gather(source.rows(table))).length]).toEqual([table, counts[table]]);
  });

  it('carry nothing of another case', async () => {
    const { origin, caseId } = await twoWorkspaces();
    const other = await origin.cases.create('Ashmar');
    await importSamples(origin, other, [sampleArticle('Not for the other case.')]);

    const all = await everything(await origin.collectCase(caseId));

    expect(JSON.stringify(all)).not.toContain(other);
    expect(all['articles']?.length).toBe(2);
  });

  it.each([
    ['few', 10],
    ['many', 200],
  ])('carry the same when %s articles of another case lie in between', async (_, others) => {
    const { origin, caseId } = await twoWorkspaces();
    const articles = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => sampleArticle(`${name}, report number ${at}.`));
    await importSamples(origin, caseId, articles('Ours', 40));
    const before = await everything(await origin.collectCase(caseId));

    await importSamples(origin, await origin.cases.create('Ashmar'), articles('Theirs', others));

    expect(await everything(await origin.collectCase(caseId))).toEqual(before);
    expect(before['articles']?.length).toBe(42);
  });

  it('carry what was removed so that it can be restored there by its device', async () => {
    const { source, target, caseId } = await twoWorkspaces();
    await target.restoreCase(source);
    const [bin] = await target.bin.inCase(caseId);

    await target.bin.restore(bin?.id as never);

    expect((await target.verify(caseId)).faults).toEqual([]);
    expect(await target.db.highlights.count()).toBe(3);
  });

  it('let work go on in a chain of the new device', async () => {
    const { source, target, caseId } = await twoWorkspaces();
    await target.restoreCase(source);

    await target.cases.change(caseId, { name: 'Sarat, second part' });

    expect(await (await target.collectCase(caseId)).chains()).toHaveLength(2);
    expect((await target.verify(caseId)).faults).toEqual([]);
    expect(await target.undo(caseId)).toBe('Name the case "Sarat, second part"');
    expect(await target.undo(caseId)).toBeNull();
  });

  it('note the opened heads in the chain of no case', async () => {
    const { source, target } = await twoWorkspaces();
    await target.restoreCase(source);

    const heads = (await source.summary()).heads.map(({ hash }) => hash);
    const entries = await target.db.ledger.where('[chain+seq]').between(['workspace.', 0], ['workspace/', 0]).toArray();

    expect(entries.map(({ payload }) => heads.every((hash) => payload?.includes(hash)))).toEqual([true]);
  });

  it('keep facts that stand here already', async () => {
    const { source, target } = await twoWorkspaces();
    const own = await fillCase(target, 'The same articles');

    const { kept, added } = await target.restoreCase(source);

    expect([kept.articles, added.articles, kept.captures]).toEqual([2, 0, 2]);
    expect((await target.verify(null)).faults).toEqual([]);
    expect((await target.verify(own.caseId)).faults).toEqual([]);
  });

  it('carry what is pointed at however indirectly', async () => {
    const { origin, target, caseId, entityId } = await twoWorkspaces();
    const other = await origin.cases.create('Ashmar');
    const kept = await origin.entities.create(other, 'Tal Tamr', typeNamed('Place'));
    await origin.entities.create(other, 'Not of this case', typeNamed('Place'));
    await origin.entities.merge(other, kept, entityId);

    await target.restoreCase(await origin.collectCase(caseId));

    expect((await target.entities.all()).map(({ name }) => name).sort()).toEqual(['Tal Tamr', 'Tell Tamr']);
  });

  it('leave nothing staged', async () => {
    const { source, target } = await twoWorkspaces();

    await target.restoreCase(source);

    expect(await target.db.staged.count()).toBe(0);
  });

  it('see that a case was changed while it was read', async () => {
    const { origin, source, caseId } = await twoWorkspaces();

    expect(await source.isUnchanged()).toBe(true);
    await origin.cases.change(caseId, { summary: 'More.' });
    expect(await source.isUnchanged()).toBe(false);
  });

  it('refuse a case that stands here', async () => {
    const { origin, source } = await twoWorkspaces();
    const before = await snapshot(origin);

    expect(await codeOf(origin.restoreCase(source))).toBe('conflict');
    expect(await snapshot(origin)).toEqual(before);
  });
});

describe('restoreCase, of a case that is damaged,', () => {
  it.each<[string, string, (source: CaseSource) => Partial<CaseSource>]>([
    [
      'refuses another byte in a capture',
      'altered',
      (source) => ({
        captures: () => mapped(source.captures(), ({ id, bytes }) => ({ id, bytes: bytes.map((byte) => byte ^ 1) })),
      }),
    ],
    ['refuses a capture that is missing', 'bad-input', () => ({ captures: () => mapped([], (body) => body) })],
    [
      'refuses another word in a text',
      'altered',
      (source) => ({ texts: () => mapped(source.texts(), ({ id }) => ({ id, bytes: new Uint8Array([65]) })) }),
    ],
    ['refuses a text that is missing', 'bad-input', () => ({ texts: () => mapped([], (body) => body) })],
    [
      'refuses a row with a field too many',
      'bad-input',
      (source) => rows(source, 'events', (row) => ({ ...row, colour: 'red' })),
    ],
    ['refuses a row that points at nothing', 'bad-input', (source) => rows(source, 'entities', () => null)],
    ['refuses a row that is there twice', 'bad-input', (source) => ({ rows: (table) => doubled(source.rows(table)) })],
    ...(['highlights', 'mentions', 'caseArticles'] as const).map(
      (twice): [string, string, (source: CaseSource) => Partial<CaseSource>] => [
        `refuses a row of ${twice} that is there twice`,
        'bad-input',
        (source) => ({ rows: (table) => (table === twice ? doubled(source.rows(table)) : source.rows(table)) }),
      ],
    ),
    [
      'refuses an entry that says something else',
      'altered',
      (source) =>
        entries(source, (entry) =>
          entry.payload ? { ...entry, payload: { ...entry.payload, words: 'Else' } } : entry,
        ),
    ],
    [
      'refuses an entry that is left out',
      'altered',
      (source) => entries(source, (entry) => (entry.header.seq === 2 ? null : entry)),
    ],
    [
      'refuses a chain without its end',
      'altered',
      (source) => entries(source, (entry) => (entry.header.seq >= 5 ? null : entry)),
    ],
    [
      'refuses a stranger’s key',
      'altered',
      (source) => rows(source, 'people', (row) => ({ ...row, publicKey: '00'.repeat(32) })),
    ],
  ])('%s, whole', async (_, code, damage) => {
    const { source, target } = await twoWorkspaces();
    const before = await snapshot(target);
    const damaged: CaseSource = { ...bound(source), ...damage(source) };

    expect(await codeOf(target.restoreCase(damaged))).toBe(code);
    expect(await snapshot(target)).toEqual(before);
    expect([await target.db.bodies.count(), await target.db.staged.count(), await target.cases.list()]).toEqual([
      0,
      0,
      [],
    ]);
  });

  it('stops when asked, and leaves nothing', async () => {
    const { source, target } = await twoWorkspaces();
    const job = { signal: { aborted: true }, onProgress: () => {}, pause: async () => {} };

    expect(await codeOf(target.restoreCase(source, job))).toBe('cancelled');
    expect([await target.db.bodies.count(), await target.db.staged.count()]).toEqual([0, 0]);
  });
});

async function twoWorkspaces() {
  const origin = await testWorkspace();
  const { caseId, entityId } = await fillCase(origin);
  const target = await testWorkspace({ ...seededPorts(2) });
  return { origin, target, caseId, entityId, source: await origin.collectCase(caseId) };
}

async function everything(source: CaseSource) {
  const all: Record<string, unknown[]> = {};
  for (const table of caseTables) all[table] = await gather(source.rows(table));
  all['captureBytes'] = await gather(source.captures());
  all['textBytes'] = await gather(source.texts());
  all['captureBytes'].sort((a, b) => (Object(a).id < Object(b).id ? -1 : 1));
  for (const chain of await source.chains()) all[chain] = await gather(source.entries(chain));
  return all;
}

function bound(source: CaseSource): CaseSource {
  return {
    isUnchanged: () => source.isUnchanged(),
    summary: () => source.summary(),
    rows: (table) => source.rows(table),
    captures: () => source.captures(),
    texts: () => source.texts(),
    chains: () => source.chains(),
    entries: (chain) => source.entries(chain),
  };
}

function rows(source: CaseSource, changed: CaseTable, change: (row: object) => object | null): Partial<CaseSource> {
  return {
    rows: <T extends CaseTable>(table: T): AsyncIterable<CaseRow<T>> =>
      table === changed ? mapped(source.rows(table), (row) => change(row) as CaseRow<T> | null) : source.rows(table),
  };
}

function entries(source: CaseSource, change: (entry: LedgerEntry) => LedgerEntry | null): Partial<CaseSource> {
  return { entries: (chain) => mapped(source.entries(chain), change) };
}

async function* mapped<T>(items: AsyncIterable<T> | T[], change: (item: T) => T | null): AsyncGenerator<T> {
  for await (const item of items) {
    const changed = change(item);
    if (changed !== null) yield changed;
  }
}

async function* doubled<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const item of items) {
    yield item;
    yield item;
  }
}
