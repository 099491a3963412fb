import { dateInWords } from '#shared/dates/date-words.ts';
import { isEdtf } from '#shared/dates/read-edtf.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { rangeWords } from '../events/count-range.ts';

/** What a change of the ledger says, in words: the thing, its field, and from what to what. */
export type ChangeLine = {
  /** `Event, date`. */
  readonly what: string;
  /** Empty where there was or is nothing, or nothing that words can say. */
  readonly before: string;
  readonly after: string;
};

const THINGS: Readonly<Record<string, string>> = {
  articles: 'Article',
  acquisitions: 'Import of an article',
  captures: 'Capture',
  caseArticles: 'Article in this case',
  cases: 'Case',
  claims: 'Claim',
  codebooks: 'Codebook',
  entities: 'Entity',
  entityNotes: 'Note on an entity',
  events: 'Event',
  grades: 'Grade of a publisher',
  highlights: 'Passage',
  imports: 'Import',
  mentions: 'Link of a passage',
  metadata: 'Metadata',
  people: 'Person',
  relations: 'Relation',
  sources: 'Publisher',
  texts: 'Text',
};

const FIELDS: Readonly<Record<string, string>> = {
  canonicalUrl: 'canonical address',
  caseId: 'case',
  entityId: 'entity',
  externalIds: 'known elsewhere as',
  mergedInto: 'merged into',
  now: 'place in the text',
  participants: 'actor',
  placeId: 'place',
  saidBy: 'said by',
  sourceId: 'publisher',
  stated: 'words',
  read: 'value',
  url: 'address',
  when: 'date',
  counts: 'count',
  names: 'name',
  bases: 'what it rests on',
  highlightIds: 'passages',
};

/** Code points of a value that are shown. */
const LONGEST = 80;

/**
 * Says a change in words.
 *
 * @param nameOf - what a row is called that a value names by its id; undefined for what is no id or not known
 */
export function changeLine(change: Change, nameOf: (id: string) => string | undefined): ChangeLine {
  const { table, field } = change;
  const thing = THINGS[table] ?? table;
  const words = (value: unknown) => valueWords(value, nameOf);
  if (field === null) {
    const what = change.before === null ? `${thing} made` : `${thing} removed`;
    return { what, before: labelOf(change.before, nameOf), after: labelOf(change.after, nameOf) };
  }
  const [, name = field] = /^(\w+)\[/.exec(field) ?? [];
  return { what: `${thing}, ${FIELDS[name] ?? name}`, before: words(change.before), after: words(change.after) };
}

/** Ids that the values of changes name, so that their names can be read. */
export function idsIn(changes: readonly Change[]): string[] {
  const found = JSON.stringify(changes.map(({ id, before, after }) => [id, before, after])).match(ID) ?? [];
  return [...new Set(found)];
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What a whole row goes by. */
function labelOf(value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === null) return '';
  const { name, title, made, stated, text, rows, entityId, fileName } = Object(value);
  if (Array.isArray(rows)) return rows.length === 1 ? '1 row' : `${rows.length.toLocaleString('en')} rows`;
  const label = [name, title, made?.quote, stated, text, fileName, nameOf(String(entityId))].find(
    (one) => typeof one === 'string' && one !== '',
  );
  return typeof label === 'string' ? shortened(label) : '';
}

function valueWords(value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return value.toLocaleString('en');
  if (typeof value === 'string') return shortened(nameOf(value) ?? (isDated(value) ? dateInWords(value) : value));
  if (Array.isArray(value)) return value.map((one) => valueWords(one, nameOf)).join(', ');
  const { min, max, effect, entityId, role, words, text, quote, value: own } = Object(value);
  if (min !== undefined || max !== undefined) {
    return [effect, rangeWords({ min: min ?? null, max: max ?? null }) || words].filter(Boolean).join(' ');
  }
  if (typeof entityId === 'string') return [nameOf(entityId) ?? words, role].filter(Boolean).join(', ');
  const label = [text, quote, words, own].find((one) => typeof one === 'string' && one !== '');
  return typeof label === 'string' ? shortened(label) : '';
}

function isDated(value: string): boolean {
  return /[\dX]{4}/.test(value) && isEdtf(value);
}

function shortened(words: string): string {
  const points = Array.from(words.replace(/\s+/g, ' ').trim());
  return points.length <= LONGEST ? points.join('') : `${points.slice(0, LONGEST - 1).join('')}…`;
}
