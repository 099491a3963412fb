/** Names that one object of a JSON text has twice: of their values the last is kept by every parser, the others are lost. */
export function repeatedKeys(json: string): string[] {
  const repeated = new Set<string>();
  const seen: (Set<string> | null)[] = [];
  const STEP = /["{}[\]]/g;
  for (let step = STEP.exec(json); step !== null; step = STEP.exec(json)) {
    const [mark] = step;
    if (mark === '{') seen.push(new Set());
    else if (mark === '[') seen.push(null);
    else if (mark === '}' || mark === ']') seen.pop();
    else {
      const end = endOfString(json, step.index + 1);
      const names = seen.at(-1);
      STEP.lastIndex = end + 1;
      if (!names || !isColonNext(json, end + 1)) continue;
      const name = json.slice(step.index + 1, end);
      if (names.has(name)) repeated.add(name);
      names.add(name);
    }
  }
  return [...repeated];
}

/** Where the quote stands that ends a string. */
function endOfString(json: string, start: number): number {
  for (let at = start; at < json.length; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"') return at;
  }
  return json.length;
}

function isColonNext(json: string, start: number): boolean {
  let at = start;
  while (json[at] === ' ' || json[at] === '\n' || json[at] === '\r' || json[at] === '\t') at++;
  return json[at] === ':';
}
