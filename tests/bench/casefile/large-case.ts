import { nextClock } from '#shared/custody/clock.ts';
import { articleIdOf, captureIdOf, chainOf, personIdOf, textIdOf } from '#shared/custody/identify.ts';
import { makeEntry } from '#shared/custody/ledger-entry.ts';
import { headAt, signHead } from '#shared/custody/ledger-head.ts';
import { sha256Hex } from '#shared/custody/sha256.ts';
import { makeDeviceKey } from '#shared/custody/signing.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import type { LedgerEntry } from '#shared/domain/ledger.ts';
import type { CaseBody, CaseTable } from '#shared/exchange/case-ports.ts';
import { instantOf } from '#shared/kernel/instant.ts';
import { uuidV7 } from '#shared/kernel/uuid.ts';
import { type MemoryCase, noRows } from '#tests/support/casefile/memory-case.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';

/** Bytes of markup around each text: what a saved news page has at least. */
const MARKUP = '<!doctype html><html lang="en"><head><title>Report</title></head><body><article>';

/**
 * A case of many articles as an analyst leaves it after months: for each article a saved page of 12 to 36 kB, its text,
 * eight observed values, two highlights with a mention and a claim, and ledger entries for half of them.
 */
export function largeCase(articles: number): MemoryCase {
  const ports = seededPorts(5);
  const words = vocabulary(ports.randomBytes(20_000));
  const key = makeDeviceKey(ports);
  const person = personIdOf(key.publicKey);
  const caseId = uuidV7(ports);
  const rows = noRows();
  const captures: CaseBody[] = [];
  const texts: CaseBody[] = [];
  const add = (table: CaseTable, row: object) => void (rows[table] as object[]).push(row);
  const now = () => instantOf(ports.now());
  const eventId = uuidV7(ports);
  const entityId = uuidV7(ports);
  let random = 1;
  const below = (bound: number) => {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    return random % bound;
  };
  const prose = (length: number) => {
    let text = '';
    while (text.length < length) text += `${words[Math.min(below(words.length), below(words.length))]} `;
    return text;
  };

  add('people', { id: person, publicKey: key.publicKey, name: 'Analyst', since: now() });
  add('codebooks', generalCodebook);
  add('cases', {
    id: caseId,
    name: 'Large',
    summary: '',
    marking: null,
    codebookId: generalCodebook.id,
    created: now(),
  });
  add('entities', {
    ...{ id: entityId, type: 'place', schema: 'Address', name: 'Place', names: [], properties: [], geometry: null },
    ...{ externalIds: [], mergedInto: null },
  });
  add('events', {
    ...{ id: eventId, caseId, type: 'strike', title: 'Strike', when: null, placeId: entityId, placePrecision: 'town' },
    ...{
      participants: [],
      counts: [],
      fields: [],
      bases: [],
      note: '',
      confidence: null,
      status: 'draft',
      mergedInto: null,
    },
  });
  for (let at = 0; at < articles; at++) {
    const text = prose(2500 + below(3000));
    const bytes = new TextEncoder().encode(`${MARKUP}<p>${text}</p>${prose(9000 + below(20_000))}<!-- ${at} -->`);
    const captureId = captureIdOf(bytes);
    const articleId = articleIdOf(captureId, '');
    const version = {
      ...{ articleId, folds: [], links: [], extractor: 'readability', extractorVersion: '1' },
      blocks: blocksOf(text.length),
    };
    const textId = textIdOf(text, version);
    captures.push({ id: captureId, bytes });
    texts.push({ id: textId, bytes: new TextEncoder().encode(text) });
    add('captures', { id: captureId, mediaType: 'text/html', size: bytes.length });
    add('texts', { id: textId, ...version, length: text.length, pages: [] });
    add('articles', {
      ...{ id: articleId, title: text.slice(0, 60), byline: ['A. Writer'], sourceId: null },
      ...{
        url: `https://news.example/${at}`,
        canonicalUrl: null,
        language: 'en',
        script: 'Latn',
        published: '2019-11-10',
      },
      ...{ modified: null, section: null, keywords: [], words: 500, captureId, textId, textHash: sha256Hex(text) },
    });
    add('acquisitions', {
      ...{ id: uuidV7(ports), captureId, articleId, importId: null, fileName: `${at}.html`, position: '' },
      ...{ url: `https://news.example/${at}`, httpDate: null, capturedAt: null, capturedBy: null, capturedWith: null },
      importedAt: now(),
    });
    for (let field = 0; field < 8; field++) {
      const value = text.slice(field * 20, field * 20 + 40);
      add('metadata', { id: uuidV7(ports), articleId, field: 'title', value, rule: 'meta', place: 'head', captureId });
    }
    add('caseArticles', { caseId, articleId, status: 'done', tags: ['x'], grade: 2, note: '', added: now() });
    for (const start of [0, 200]) {
      const id = uuidV7(ports);
      const made = { textId, start, end: start + 20, quote: text.slice(start, start + 20), prefix: '', suffix: '' };
      const present = { textId, start, end: start + 20, how: 'as-made', score: 1 };
      add('highlights', { id, caseId, articleId, made, now: present, state: 'placed', note: '' });
      add('mentions', { id: uuidV7(ports), caseId, highlightIds: [id], entityId, relationId: null });
      if (start > 0) continue;
      add('claims', {
        ...{ id: uuidV7(ports), caseId, highlightIds: [id], eventId, path: 'when', stated: 'dawn', read: null },
        ...{ stance: 'asserts', denies: null, standing: 'fact', saidBy: [], grade: null },
      });
    }
  }

  const entries: LedgerEntry[] = [];
  const chain = chainOf(caseId as never, person);
  for (let at = 0; at < Math.max(1, articles / 2); at++) {
    const last = entries.at(-1);
    const change = { table: 'caseArticles', id: String(at), field: 'status', before: 'inbox', after: 'done' };
    const payload = { salt: '0'.repeat(32), words: `Set article ${at} done`, changes: [change] };
    const clock = nextClock(last?.header.clock ?? null, ports.now());
    const content = { chain, clock, group: uuidV7(ports) as never, action: 'article:set-status', payload };
    entries.push(makeEntry(content, last ? { seq: last.header.seq, hash: last.hash } : null));
  }
  const heads = entries.slice(-1).map((last) => signHead(headAt(last), key.secretKey));
  const counts = Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.length]));
  const summary = { caseId, name: 'Large', exportedBy: person, counts, heads } as object as MemoryCase['summary'];
  return { summary, rows, captures, texts, entries: new Map([[chain, entries]]) };
}

function blocksOf(length: number) {
  const blocks: object[] = [];
  for (let start = 0; start < length; start += 400) {
    blocks.push({ kind: 'paragraph', start, end: Math.min(length, start + 400), level: 0, direction: 'ltr' });
  }
  return blocks as { kind: 'paragraph'; start: number; end: number; level: number; direction: 'ltr' }[];
}

/** Two thousand made-up words of three to ten letters. */
function vocabulary(bytes: Uint8Array): string[] {
  return Array.from({ length: 2000 }, (_, at) =>
    Array.from(bytes.subarray(at * 10, at * 10 + 3 + (at % 8)), (byte) => 'etaoinshrdlucmfwypvbgkjqxz'[byte % 26]).join(
      '',
    ),
  );
}
