import { describe, expect, it } from 'vitest';
import type { Head } from '#renderer/services/safety/case-state.ts';
import { WitnessKeeper } from '#renderer/services/safety/witness.ts';
import { readVerdict } from '#renderer/services/safety/witness-verdict.ts';
import type { SafetyCopy } from '#shared/contracts/host.ts';
import { FakeHost } from '#tests/support/fake-host.ts';

const CASE = '11111111-1111-7111-8111-111111111111';
const PERSON = '33333333-3333-8333-8333-333333333333';
const hash = (digit: string) => digit.repeat(64);

function head(seq: number, digit: string, owner = CASE): Head {
  return { chain: `${owner}.${PERSON}` as never, seq, hash: hash(digit) };
}

describe('WitnessKeeper', () => {
  function keeper(heads: () => Head[]) {
    const host = new FakeHost();
    const told: unknown[] = [];
    const witness = new WitnessKeeper({
      call: host.call,
      heads: async () => heads(),
      tell: (error) => void told.push(error),
    });
    return { host, told, witness };
  }

  it('has every head noted, and after that only those that have moved', async () => {
    let heads = [head(1, 'a'), head(5, 'b', 'workspace')];
    const { host, witness } = keeper(() => heads);
    await witness.changed();
    heads = [head(2, 'c'), head(5, 'b', 'workspace')];
    await witness.changed();
    await witness.changed();

    expect([...host.noted.values()].map(({ seq }) => seq)).toEqual([2, 5]);
    expect(host.asked).toEqual(['witness:append', 'witness:append']);
  });

  it('notes together what is committed while it is noting', async () => {
    let seq = 0;
    const { host, witness } = keeper(() => [head(seq, String(seq))]);
    const notes = Array.from({ length: 9 }, () => {
      seq += 1;
      return witness.changed();
    });
    await Promise.all(notes);

    expect(host.noted.get(`${CASE}.${PERSON}`)?.seq).toBe(9);
    expect(host.asked.length).toBeLessThan(9);
  });

  it('asks in calls of at most a thousand heads', async () => {
    const many = Array.from({ length: 2500 }, (_, at) =>
      head(1, 'a', `${String(at).padStart(8, '0')}-1111-7111-8111-111111111111`),
    );
    const { host, witness } = keeper(() => many);
    await witness.changed();

    expect(host.noted.size).toBe(2500);
    expect(host.asked).toHaveLength(3);
  });

  it('tells when it cannot note, and notes with the next commit', async () => {
    const { host, told, witness } = keeper(() => [head(1, 'a')]);
    host.failing.add('witness:append');
    await witness.changed();
    host.failing.clear();
    await witness.changed();

    expect(told).toMatchObject([{ code: 'disk-full' }, null]);
    expect(host.noted.size).toBe(1);
  });
});

describe('readVerdict', () => {
  const stored = (...heads: Head[]) => ({
    chains: heads.map(({ chain }) => chain),
    length: async (chain: string) => Math.max(0, ...heads.filter((each) => each.chain === chain).map(({ seq }) => seq)),
    hashAt: async (chain: string, seq: number) =>
      heads.find((each) => each.chain === chain && each.seq === seq)?.hash ?? null,
  });
  const copy = (name: string, caseId = CASE, told: Partial<SafetyCopy> = {}): SafetyCopy => ({
    ...{ name, caseId, caseName: 'Case', bytes: 1, sha256: hash('e'), heads: [], isPassed: false },
    ...told,
    writtenAt: '2026-03-14T07:00:00.000Z',
  });

  it.each([
    ['a store that is as it was noted', [head(3, 'a')], stored(head(3, 'a'))],
    ['a store that is ahead of the note', [head(3, 'a')], stored(head(3, 'a'), head(4, 'b'))],
    ['a store with a chain that was not noted', [head(3, 'a')], stored(head(3, 'a'), head(1, 'b', 'workspace'))],
  ])('finds %s whole', async (_, noted, chains) => {
    expect(await readVerdict(noted, chains, [copy('x')])).toEqual({ kind: 'whole' });
  });

  it('finds a new data folder whole', async () => {
    expect(await readVerdict([], stored(), [])).toEqual({ kind: 'whole' });
  });

  it('takes nothing for new where safety copies lie, though nothing was noted', async () => {
    const other = '22222222-2222-7222-8222-222222222222';
    const copies = [copy('newest'), copy('other', other), copy('older')];

    const verdict = await readVerdict([], stored(head(1, 'b', 'workspace')), copies);

    expect(verdict).toMatchObject({ kind: 'lost', chains: [], without: [] });
    expect(verdict).toMatchObject({ copies: [{ name: 'newest' }, { name: 'other' }] });
  });

  it('offers every copy when what was noted belongs to no case and is gone as well', async () => {
    const verdict = await readVerdict([head(1, 'b', 'workspace')], stored(), [copy('newest')]);

    expect(verdict).toMatchObject({ chains: [{ caseId: null }], copies: [{ name: 'newest' }] });
  });

  it('asks no more about copies that the analyst has passed, but about newer ones', async () => {
    const passed = copy('x', CASE, { isPassed: true, heads: [head(3, 'a')] });

    expect(await readVerdict([], stored(), [passed])).toEqual({ kind: 'whole' });
    expect(await readVerdict([], stored(), [copy('y'), passed])).toMatchObject({ kind: 'lost' });
  });

  it('asks about a case of which only a copy is left, though others stand and are noted', async () => {
    const other = '22222222-2222-7222-8222-222222222222';
    const verdict = await readVerdict([head(3, 'a')], stored(head(3, 'a')), [copy('x'), copy('other', other)]);

    expect(verdict).toMatchObject({ kind: 'lost', chains: [], copies: [{ name: 'other' }], without: [] });
  });

  it.each([
    ['shorter', stored(head(2, 'b'))],
    ['different', stored(head(3, 'b'))],
    ['missing', stored()],
  ])('knows from a copy alone that a chain is %s', async (how, chains) => {
    const telling = copy('x', CASE, { heads: [head(3, 'a')] });

    expect(await readVerdict([], chains, [telling, copy('older')])).toMatchObject({
      chains: [{ how, noted: 3 }],
      copies: [{ name: 'x' }],
    });
  });

  it('believes the newest copy and the witness, whichever came further', async () => {
    const behind = copy('x', CASE, { heads: [head(2, 'b')] });
    const older = copy('w', CASE, { heads: [head(9, 'd')] });

    expect(await readVerdict([head(3, 'a')], stored(head(3, 'a'), head(2, 'b')), [behind, older])).toEqual({
      kind: 'whole',
    });
  });

  it.each([
    ['missing', stored(), 0],
    ['shorter', stored(head(2, 'c')), 2],
    ['different', stored(head(3, 'b')), 3],
    ['different', stored(head(3, 'b'), head(4, 'c')), 4],
  ])('finds a chain %s', async (how, chains, found) => {
    expect(await readVerdict([head(3, 'a')], chains, [])).toEqual({
      kind: 'lost',
      chains: [{ chain: `${CASE}.${PERSON}`, caseId: CASE, how, noted: 3, found }],
      copies: [],
      without: [CASE],
    });
  });

  it('offers the newest copy of each case that lost something, and of no other', async () => {
    const other = '22222222-2222-7222-8222-222222222222';
    const copies = [copy('newest'), copy('other', other), copy('older')];

    const verdict = await readVerdict([head(3, 'a'), head(1, 'b', 'workspace')], stored(head(5, 'd', other)), copies);

    expect(verdict).toMatchObject({ copies: [{ name: 'newest' }], without: [] });
    expect(verdict).toMatchObject({ chains: [{ caseId: CASE }, { caseId: null }] });
  });
});
