import { describe, expect, it } from 'vitest';
import { missingRows, missingRowWords, noteRows } from '#renderer/services/safety/row-counts.ts';

/** A store whose rows and chains change when told, and a memory beside it. */
function desk() {
  const kept = new Map<string, string>();
  const at = { state: 'a 1', rows: { articles: 3, texts: 2 } as Record<string, number> };
  const ports = {
    count: async () => ({ ...at.rows }),
    state: async () => at.state,
    store: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
  };
  return { kept, at, ports };
}

describe('row counts', () => {
  it('find nothing missing where nothing was noted, or all is there', async () => {
    const { ports } = desk();

    expect(await missingRows(ports)).toBeNull();
    await noteRows(ports);
    expect(await missingRows(ports)).toBeNull();
  });

  it('name rows that are gone though the chains are as they were', async () => {
    const { at, ports } = desk();
    await noteRows(ports);
    at.rows = { articles: 1, texts: 2, claims: 4 };

    expect(await missingRows(ports)).toEqual({ articles: 2 });
    expect(missingRowWords({ articles: 2 })).toContain('2 of articles');
  });

  it('say nothing of rows once something was committed: the steps may have removed them', async () => {
    const { at, ports } = desk();
    await noteRows(ports);
    at.rows = { articles: 1, texts: 2 };
    at.state = 'a 2';

    expect(await missingRows(ports)).toBeNull();
  });

  it.each(['note', 'compare'])('do not %s while something is being committed', async (act) => {
    const { at, kept, ports } = desk();
    if (act === 'compare') await noteRows(ports);
    const count = async () => {
      at.state = 'a 2';
      return { articles: 0 };
    };

    if (act === 'note') await noteRows({ ...ports, count });
    else expect(await missingRows({ ...ports, count })).toBeNull();
    expect(kept.size).toBe(act === 'note' ? 0 : 1);
  });

  it.each(['', '{', '7', '{"state":1}', '{"state":"a 1","rows":{"articles":"x"}}'])(
    'take %j for no note',
    async (text) => {
      const { kept, ports } = desk();
      kept.set('casewright.row-counts', text);

      expect(await missingRows(ports)).toBeNull();
    },
  );
});
