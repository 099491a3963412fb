/** The values of one record by its columns, or paths in JSON: `author.name`. A column may have several values. */
export type RecordValues = ReadonlyMap<string, readonly string[]>;

/** Objects within objects that are looked into: what lies deeper is nothing that a scraper says of an article. */
const MOST_DEPTH = 12;
/** Values of one record. */
const MOST_VALUES = 5000;

/** The values of a JSON object by their paths; members of a list are several values of one path. */
export function valuesOf(record: unknown): RecordValues {
  const values = new Map<string, string[]>();
  let count = 0;
  const visit = (value: unknown, path: string, depth: number): void => {
    if (depth > MOST_DEPTH || count >= MOST_VALUES || value === null || value === undefined) return;
    if (Array.isArray(value)) {
      for (const each of value) visit(each, path, depth + 1);
    } else if (typeof value === 'object') {
      for (const [key, each] of Object.entries(value)) visit(each, path === '' ? key : `${path}.${key}`, depth + 1);
    } else if (String(value).trim() !== '') {
      count++;
      const known = values.get(path);
      if (known) known.push(String(value));
      else values.set(path, [String(value)]);
    }
  };
  visit(record, '', 0);
  return values;
}
