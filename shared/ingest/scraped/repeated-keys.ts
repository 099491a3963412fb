/** Names that one object of a JSON text has twice: of their values the last is kept by every parser, the others are lost. */
export function repeatedKeys(json: string): string[] {
  const repeated = new Set<string>();
  const seen: (Set<string> | null)[] = [];
  const STEP = /"([^"\\]*(?:\\.[^"\\]*)*)"\s*(:)?|[{}[\]]/gs;
  for (let step = STEP.exec(json); step !== null; step = STEP.exec(json)) {
    const [mark, name, colon] = step;
    if (mark === '{') seen.push(new Set());
    else if (mark === '[') seen.push(null);
    else if (mark === '}' || mark === ']') seen.pop();
    else if (colon !== undefined && name !== undefined) {
      const names = seen.at(-1);
      if (names?.has(name)) repeated.add(name);
      names?.add(name);
    }
  }
  return [...repeated];
}
