/** An object of a JSON value, and its path in it: `articles[3]`; empty for the value itself. */
export type FoundObject = { readonly value: object; readonly within: string };

/** Objects within objects that are looked into for lists. */
const MOST_DEPTH = 4;

/**
 * The objects of a value that may be articles: the value itself, or the members of the list in it that has the most words: what
 * interfaces answer is `{ "status": "ok", "articles": [ … ] }`.
 */
export function listsOf(value: unknown): FoundObject[] {
  if (isObject(value) && wordsOf(withoutLists(value)) > 0 && hasText(value)) return [{ value, within: '' }];
  const lists: { path: string; members: object[]; words: number }[] = [];
  const visit = (each: unknown, path: string, depth: number): void => {
    if (depth > MOST_DEPTH) return;
    if (Array.isArray(each)) {
      const members: object[] = each.filter(isObject);
      if (members.length > 0)
        lists.push({ path, members, words: members.slice(0, 50).reduce((sum, member) => sum + wordsOf(member), 0) });
    } else if (isObject(each)) {
      for (const [key, inner] of Object.entries(each)) visit(inner, path === '' ? key : `${path}.${key}`, depth + 1);
    }
  };
  visit(value, '', 0);
  const [best] = lists.sort((a, b) => b.words - a.words);
  if (best === undefined) return isObject(value) ? [{ value, within: '' }] : [];
  return best.members.map((member, at) => ({ value: member, within: `${best.path}[${at + 1}]` }));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An article of its own has its words in itself, not in the members of a list. */
function hasText(value: object): boolean {
  return (
    Object.values(value).some((each) => typeof each === 'string' && each.length > 400) ||
    !Object.values(value).some(isListOfObjects)
  );
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.some(isObject);
}

/** A value without the lists of objects in it, which are no part of an article but what may be articles. */
export function withoutLists(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => !isListOfObjects(each)));
}

function wordsOf(value: unknown, depth = 0): number {
  if (typeof value === 'string') return value.length;
  if (depth > MOST_DEPTH || typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + wordsOf(each, depth + 1), 0);
}
