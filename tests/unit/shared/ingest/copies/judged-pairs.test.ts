import { describe, expect, it } from 'vitest';
import type { Decision } from '#shared/domain/decision.ts';
import { joinedGroups, judgedPairs } from '#shared/ingest/copies/judged-pairs.ts';

const judged = (a: string, b: string, verdict: Decision['verdict'], kind: Decision['kind'] = 'article') =>
  ({ kind, a, b, verdict, reason: 'why' }) as Decision;
const pair = (a: string, b: string) => ({ a, b });

describe('judgements about copies', () => {
  it.each([
    ['part a pair that was found, whichever way it is named', [judged('b', 'a', 'not-the-same')], []],
    ['join what was not found', [judged('b', 'c', 'same')], [['a', 'b', 'c']]],
    ['leave a pair that an analyst is unsure of', [judged('a', 'b', 'unsure')], [['a', 'b']]],
    ['on entities say nothing of articles', [judged('a', 'b', 'not-the-same', 'entity')], [['a', 'b']]],
  ])('COPIES-7 %s', (_, decisions, groups) => {
    const joined = joinedGroups(['a', 'b', 'c', 'd'], judgedPairs([pair('a', 'b')], decisions));

    expect([...new Set(joined.values())].map((group) => [...group].sort())).toEqual(groups);
  });

  it('COPIES-4 join through each other, and through nothing that is not there', () => {
    const pairs = [pair('a', 'b'), pair('c', 'd'), pair('b', 'c'), pair('d', 'gone'), pair('gone', 'e')];

    const joined = joinedGroups(['a', 'b', 'c', 'd', 'e'], pairs);

    expect([...(joined.get('d') ?? [])].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(joined.has('e')).toBe(false);
  });
});
