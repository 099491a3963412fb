import type { MappedField, TableMapping } from './table-mapping.ts';

/** A column with the first values it has. */
export type ColumnSample = { readonly column: string; readonly values: readonly string[] };

/** What columns are called, the surest name first. Names are compared in lower case, with one blank for what parts words. */
const NAMES: readonly (readonly [MappedField, RegExp])[] = [
  ['canonicalUrl', /^(?:canonical(?: (?:url|link))?)$/],
  [
    'url',
    /^(?:(?:article |page |source |original |web |post )?(?:url|link|uri|href|permalink|address)|web url|adresse|lien|enlace|ссылка|رابط)$/,
  ],
  [
    'title',
    /^(?:(?:article |page |post )?(?:title|headline|heading)|titel|überschrift|titre|título|titulo|titolo|başlık|заголовок|عنوان|العنوان|标题|標題)$/,
  ],
  ['html', /^(?:(?:content |body |article )?html|content encoded|html content|html body|raw html)$/],
  ['markdown', /^(?:(?:content |body )?(?:markdown|md))$/],
  [
    'text',
    /^(?:(?:full |article |main |clean(?:ed)? |plain |body |page |content )?(?:text|content|body)|articlebody|article|maintext|fulltext|plaintext|textcontent|story|paragraphs?|message|tweet|inhalt|texto|texte|contenu|contenido|metin|текст|نص|النص|正文|内容)$/,
  ],
  [
    'published',
    /^(?:(?:date |time )?(?:published|publish(?:ed)?(?: date| time| at| on)?|publication date)|pub ?date|publishing date|date publish|(?:created|posted)(?: at| on| date)?|date|datetime|timestamp|time|datepublished|publishedat|datum|fecha|data|tarih|дата|تاريخ|التاريخ|日期)$/,
  ],
  [
    'modified',
    /^(?:(?:date |last )?(?:modified|updated|changed)(?: at| on| date)?|date modify|datemodified|updatedat|lastmod)$/,
  ],
  [
    'byline',
    /^(?:(?:article )?(?:authors?|bylines?|writers?|creators?|reporters?|journalists?)(?: names?)?|by|autor(?:en)?|auteurs?|autores?|yazar|автор|كاتب|الكاتب|作者)(?: name)?$/,
  ],
  [
    'siteName',
    /^(?:source(?: name| title| domain)?|publisher(?: name)?|site(?: ?name)?|outlet|newspaper|website|domain|media(?: name)?|quelle|fuente|المصدر|来源)$/,
  ],
  ['language', /^(?:language|lang|locale|sprache|langue|idioma)$/],
  ['section', /^(?:section|category|categories|rubric|ressort|rubrik|desk)$/],
  ['keywords', /^(?:keywords?|tags?|topics?|labels?|schlagworte|schlagwörter)$/],
  [
    'description',
    /^(?:description|summary|abstract|excerpt|lead|teaser|snippet|standfirst|subtitle|dek|zusammenfassung)$/,
  ],
  [
    'capturedAt',
    /^(?:(?:crawl|scrape|fetch|download|retrieve|collect|access|archive)(?:e?d)?(?: (?:at|on|date|time|timestamp))?|date (?:download|crawled|scraped|retrieved)|crawled ?at|scraped ?at|fetched ?at)$/,
  ],
];

/** Words of a value beyond which it is a text rather than a title. */
const WORDS_OF_TEXT = 40;

/** Proposes which columns hold what, by their names; where none is named so, by what the values look like. */
export function guessMapping(samples: readonly ColumnSample[]): TableMapping {
  const fields: { column: string; field: MappedField }[] = [];
  const taken = (field: MappedField) => fields.some((each) => each.field === field);
  for (const [field, pattern] of NAMES) {
    for (const { column, values } of samples) {
      const isFree = !fields.some((each) => each.column === column);
      if (isFree && pattern.test(plainName(column)) && isPossible(field, values)) fields.push({ column, field });
    }
  }
  const free = () => samples.filter(({ column }) => !fields.some((each) => each.column === column));
  const add = (field: MappedField, found: ColumnSample | undefined) => {
    if (found && !taken(field)) fields.push({ column: found.column, field });
  };
  add(
    'url',
    free().find(({ values }) => most(values, (value) => /^https?:\/\/\S+$/i.test(value))),
  );
  if (!taken('html') && !taken('markdown')) add('text', longest(free()));
  return { fields: ordered(fields, samples) };
}

/** Whether what is mapped to a field are the words of the article. */
export function isWords(field: MappedField): boolean {
  return field === 'text' || field === 'html' || field === 'markdown';
}

/** Whether names alone say where words and a title or an address are, as the items of most scrapers do: then nobody needs to be asked. */
export function isSure({ fields }: TableMapping): boolean {
  const isNamed = (...wanted: readonly MappedField[]) =>
    fields.some(
      ({ column, field }) =>
        wanted.includes(field) && NAMES.some(([name, pattern]) => name === field && pattern.test(plainName(column))),
    );
  return isNamed('text', 'html', 'markdown') && isNamed('title', 'url');
}

/** `pubDate`, `pub_date` and `Pub Date` are one name; of a path the last step counts, unless it is a mere `name`. */
function plainName(column: string): string {
  const words = column
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_:/-]+/g, ' ')
    .trim();
  const steps = words.split('.');
  const last = steps.at(-1) ?? '';
  return steps.length > 1 && /^(?:name|value|content|text|title)$/.test(last) ? (steps.at(-2) ?? last) : last;
}

/** A column that is called `date` and holds none is called so for another reason. */
function isPossible(field: MappedField, values: readonly string[]): boolean {
  if (values.length === 0) return true;
  if (field === 'published' || field === 'modified' || field === 'capturedAt')
    return most(values, (value) => /\d/.test(value) && value.length < 60);
  if (field === 'url' || field === 'canonicalUrl')
    return most(values, (value) => /^\S+$/.test(value) && /[./]/.test(value));
  if (field === 'text' || field === 'html' || field === 'markdown')
    return most(values, (value) => /\s/.test(value.trim()));
  return most(values, (value) => value.length < 2000);
}

function longest(samples: readonly ColumnSample[]): ColumnSample | undefined {
  const wordsIn = ({ values }: ColumnSample) =>
    values.reduce((sum, value) => sum + value.split(/\s+/).length, 0) / Math.max(1, values.length);
  const [first] = [...samples].sort((a, b) => wordsIn(b) - wordsIn(a));
  return first && wordsIn(first) >= WORDS_OF_TEXT ? first : undefined;
}

function most(values: readonly string[], holds: (value: string) => boolean): boolean {
  return values.length > 0 && values.filter(holds).length * 2 > values.length;
}

function ordered(fields: TableMapping['fields'], samples: readonly ColumnSample[]): TableMapping['fields'] {
  const place = new Map(samples.map(({ column }, at) => [column, at]));
  return [...fields].sort((a, b) => (place.get(a.column) ?? 0) - (place.get(b.column) ?? 0));
}
