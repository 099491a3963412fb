/** Whether one word becomes the other by a letter put in, left out or changed. */
export function isWithinOneEdit(one: string, other: string): boolean {
  const [length, others] = [one.length, other.length];
  if (length - others > 1 || others - length > 1) return false;
  let same = 0;
  while (same < length && same < others && one.charCodeAt(same) === other.charCodeAt(same)) same++;
  const [rest, otherRest] = [one.slice(same), other.slice(same)];
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1);
}
