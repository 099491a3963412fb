import { nextClock } from '#shared/custody/clock.ts';
import { articleIdOf, captureIdOf, chainOf, personIdOf, textIdOf } from '#shared/custody/identify.ts';
import { makeEntry, withoutPayload } from '#shared/custody/ledger-entry.ts';
import { headAt, signHead } from '#shared/custody/ledger-head.ts';
import { sha256Hex } from '#shared/custody/sha256.ts';
import { makeDeviceKey } from '#shared/custody/signing.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import type { CaseId, PersonId } from '#shared/domain/ids.ts';
import type { LedgerEntry, LedgerHead, LedgerPayload } from '#shared/domain/ledger.ts';
import { type TableName, tableSchemas } from '#shared/domain/tables.ts';
import { type CaseTable, caseTables } from '#shared/exchange/case-ports.ts';
import { instantOf } from '#shared/kernel/instant.ts';
import { uuidV7 } from '#shared/kernel/uuid.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { countsOf, type MemoryCase, noRows } from './memory-case.ts';

/** What a made case is to hold. */
export type Recipe = {
  readonly seed?: number;
  readonly name?: string;
  /** One text version each, and one capture. */
  readonly texts?: readonly string[];
  readonly devices?: number;
  readonly entriesPerDevice?: number;
  /** Every how many entries a payload was purged; 0 for never. */
  readonly purgedEvery?: number;
  /** Further bytes that gave no article. */
  readonly files?: readonly { readonly bytes: Uint8Array; readonly mediaType: string }[];
};

const TEXTS = [
  'A lorry left Tell Tamr at dawn.\n\nTwo people were injured.',
  'شاحنة غادرت تل تمر عند الفجر 🚚 עם שיירה',
  'Q'.repeat(500),
];

/** Makes a whole case with its chains: the same recipe gives the same case. Every row obeys its schema and points at rows. */
export function madeCase(recipe: Recipe = {}): MemoryCase {
  return new Maker(recipe).make();
}

class Maker {
  readonly #recipe: Recipe;
  readonly #ports: ReturnType<typeof seededPorts>;
  readonly #caseId: CaseId;
  readonly #held: MemoryCase;

  constructor(recipe: Recipe) {
    this.#recipe = recipe;
    this.#ports = seededPorts(recipe.seed ?? 1);
    this.#caseId = this.#id() as CaseId;
    const summary = {
      caseId: this.#caseId,
      name: recipe.name ?? 'Tell Tamr, November 2019',
      exportedBy: '' as PersonId,
      counts: countsOf(noRows()),
      heads: [],
    };
    this.#held = { summary, rows: noRows(), captures: [], texts: [], entries: new Map() };
  }

  make(): MemoryCase {
    const held = this.#held;
    this.#addSharedFacts();
    for (const text of this.#recipe.texts ?? TEXTS) this.#addArticle(text);
    for (const { bytes, mediaType } of this.#recipe.files ?? []) this.#addCapture(bytes, mediaType);
    this.#addCoding();
    this.#addChains();
    for (const table of caseTables) checkRows(table, held.rows[table]);
    held.summary = { ...held.summary, counts: countsOf(held.rows) };
    return held;
  }

  #addSharedFacts(): void {
    const [first, second] = [this.#id(), this.#id()];
    this.#row('codebooks', generalCodebook);
    this.#row('sources', {
      id: first,
      name: 'Harbour Post',
      domains: ['harbour.example'],
      affiliation: null,
      republishes: [],
    });
    this.#row('sources', { id: second, name: 'Wire', domains: [], affiliation: 'party A', republishes: [first] });
    this.#row('cases', {
      id: this.#caseId,
      name: this.#held.summary.name,
      summary: 'What happened at the bridge?',
      marking: 'amber',
      codebookId: generalCodebook.id,
      created: this.#now(),
    });
    this.#row('sourceGrades', {
      id: this.#id(),
      caseId: this.#caseId,
      sourceId: first,
      grade: 'B',
      reason: '',
      since: this.#now(),
    });
    this.#row('savedSearches', {
      id: this.#id(),
      caseId: this.#caseId,
      query: '"tell tamr" NEAR/5 lorry',
      scope: 'case',
      readUpTo: null,
    });
    const containerId = this.#id();
    const sha256 = captureIdOf(new Uint8Array([1])) as string;
    this.#row('containers', {
      id: containerId,
      caseId: this.#caseId,
      importId: this.#id(),
      fileName: 'crawl.warc.gz',
      format: 'warc',
      mediaType: 'application/warc',
      size: 1,
      sha256,
      captureId: null,
      records: 1,
      taken: 0,
      facts: [{ name: 'software', value: 'Wget' }],
      remarks: [],
      importedAt: this.#now(),
    });
    this.#row('recordLists', {
      id: this.#id(),
      caseId: this.#caseId,
      containerId,
      part: 0,
      records: [
        { position: 'record 1', name: null, mediaType: null, size: 1, sha256, articleId: null, reason: 'A request.' },
      ],
    });
  }

  #addCapture(bytes: Uint8Array, mediaType: string): string {
    const id = captureIdOf(bytes);
    if (this.#held.captures.some((capture) => capture.id === id)) return id;
    this.#row('captures', { id, mediaType, size: bytes.length });
    this.#held.captures.push({ id, bytes });
    return id;
  }

  #addArticle(text: string): void {
    const number = this.#held.rows.articles.length;
    const bytes = new TextEncoder().encode(`<!doctype html><p>${text}<!-- ${number} -->`);
    const captureId = this.#addCapture(bytes, 'text/html');
    const articleId = articleIdOf(captureIdOf(bytes), '');
    const body = new TextEncoder().encode(text);
    const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length, level: 0, direction: 'ltr' as const }];
    const version = { articleId, blocks, folds: [], links: [], extractor: 'plain', extractorVersion: '1' };
    const textId = textIdOf(text, version);
    this.#row('texts', { id: textId, ...version, length: text.length, pages: [] });
    this.#held.texts.push({ id: textId, bytes: body });
    this.#row('articles', {
      ...{
        id: articleId,
        title: `Report ${number}`,
        byline: ['A. Writer'],
        sourceId: null,
        url: null,
        canonicalUrl: null,
      },
      ...{ language: 'en', script: 'Latn', published: '2019-11-10~', modified: null, section: null, keywords: [] },
      ...{ words: 1, captureId, textId, textHash: sha256Hex(body) },
    });
    this.#row('acquisitions', {
      ...{ id: this.#id(), captureId, articleId, importId: null, fileName: `report-${number}.html`, position: '' },
      ...{ url: null, httpDate: null, capturedAt: null, capturedBy: null, capturedWith: null, importedAt: this.#now() },
    });
    this.#row('metadata', {
      id: this.#id(),
      articleId,
      field: 'title',
      value: 'x',
      rule: 'meta',
      place: 'title',
      captureId,
    });
    this.#row('caseArticles', {
      ...{
        caseId: this.#caseId,
        articleId,
        status: 'in-progress',
        tags: ['bridge'],
        grade: 2,
        note: 'é 🚚',
        added: this.#now(),
      },
    });
    if (text.length > 0) this.#addHighlight(articleId, textId, text);
  }

  #addHighlight(articleId: string, textId: string, text: string): void {
    const end = Math.min(7, text.length);
    this.#row('highlights', {
      ...{ id: this.#id(), caseId: this.#caseId, articleId, state: 'placed', note: '' },
      made: { textId, start: 0, end, quote: text.slice(0, end), prefix: '', suffix: text.slice(end, end + 32) },
      now: { textId, start: 0, end, how: 'as-made', score: 0.1 + 0.2 },
    });
  }

  #addCoding(): void {
    const [place, group, relation, event] = [this.#id(), this.#id(), this.#id(), this.#id()];
    const plain = { properties: [], externalIds: [], mergedInto: null };
    const name = (text: string) => ({ name: text, names: [{ text, script: 'Latn', from: 'analyst' }] });
    const geometry = { latitude: 36.6536, longitude: 40.3711, precision: 'town', metres: null };
    this.#row('entities', { id: place, type: 'place', schema: 'Address', ...name('Tell Tamr'), geometry, ...plain });
    this.#row('entities', {
      id: group,
      type: 'armed-group',
      schema: 'Organization',
      ...name('Column'),
      geometry: null,
      ...plain,
    });
    this.#row('relations', {
      id: relation,
      schema: 'UnknownLink',
      from: group,
      to: place,
      role: null,
      startDate: null,
      endDate: null,
    });
    this.#row('entityNotes', { id: this.#id(), caseId: this.#caseId, entityId: place, text: 'On the river.' });
    this.#row('events', {
      ...{ id: event, caseId: this.#caseId, type: 'strike', title: 'Strike', when: '2019-11-10', placeId: place },
      ...{ placePrecision: 'town', participants: [{ id: this.#id(), entityId: group, role: 'attacker' }], counts: [] },
      ...{ fields: [], bases: [], note: '', confidence: null, status: 'draft', mergedInto: null },
    });
    for (const { id } of this.#held.rows.highlights) {
      this.#row('mentions', {
        id: this.#id(),
        caseId: this.#caseId,
        highlightIds: [id],
        entityId: place,
        relationId: null,
      });
      this.#row('claims', {
        ...{
          id: this.#id(),
          caseId: this.#caseId,
          highlightIds: [id],
          eventId: event,
          path: 'when',
          stated: 'at dawn',
        },
        ...{ read: '2019-11-10', stance: 'asserts', denies: null, standing: 'fact', saidBy: [], grade: 3 },
      });
    }
  }

  #addChains(): void {
    const heads: LedgerHead[] = [];
    for (let device = 0; device < (this.#recipe.devices ?? 1); device++) {
      const key = makeDeviceKey(this.#ports);
      const id = personIdOf(key.publicKey);
      this.#row('people', { id, publicKey: key.publicKey, name: `Analyst ${device}`, since: this.#now() });
      if (device === 0) this.#addPersonsWork(id);
      const entries = this.#chain(id);
      const last = entries.at(-1);
      if (!last) continue;
      heads.push(signHead(headAt(last), key.secretKey));
      this.#held.entries.set(last.header.chain, entries);
    }
    this.#held.summary = { ...this.#held.summary, heads };
  }

  #addPersonsWork(by: PersonId): void {
    this.#held.summary = { ...this.#held.summary, exportedBy: by };
    this.#row('decisions', {
      id: this.#id(),
      kind: 'entity',
      a: 'x',
      b: 'y',
      verdict: 'unsure',
      reason: '',
      by,
      at: this.#now(),
    });
    this.#row('bin', {
      ...{ id: this.#id(), caseId: this.#caseId, words: 'Remove "Old"', group: this.#id(), by, at: this.#now() },
      rows: [{ table: 'mentions', id: 'm', row: { deep: [1, null, { half: '\ud83d' }] } }],
    });
  }

  #chain(person: PersonId): LedgerEntry[] {
    const entries: LedgerEntry[] = [];
    for (let at = 0; at < (this.#recipe.entriesPerDevice ?? 3); at++) {
      const last = entries.at(-1);
      const content = {
        chain: chainOf(this.#caseId, person),
        clock: nextClock(last?.header.clock ?? null, this.#ports.now()),
        group: this.#id() as LedgerEntry['header']['group'],
        action: 'case:rename',
        payload: this.#payload(at),
      };
      entries.push(makeEntry(content, last ? { seq: last.header.seq, hash: last.hash } : null));
    }
    const every = this.#recipe.purgedEvery ?? 0;
    return entries.map((entry, at) => (every > 0 && at % every === 0 ? withoutPayload(entry) : entry));
  }

  #payload(at: number): LedgerPayload {
    const change = { table: 'cases', id: this.#caseId, field: 'name', before: String(at), after: `é${at}` };
    return { salt: '00112233445566778899aabbccddeeff', words: `Rename to é${at}`, changes: [change] };
  }

  #row(table: CaseTable, row: object): void {
    (this.#held.rows[table] as object[]).push(row);
  }

  #id(): string {
    return uuidV7(this.#ports);
  }

  #now(): string {
    return instantOf(this.#ports.now());
  }
}

/** A made row that is none would make every test above it lie. */
function checkRows(table: TableName, rows: readonly object[]): void {
  const body = { store: 'packs', pack: '01957c11-3e00-7000-8000-000000000000', offset: 0, length: 0 };
  for (const row of rows)
    tableSchemas[table].schema.parse('body' in tableSchemas[table].schema.def.shape ? { ...row, body } : row);
}
