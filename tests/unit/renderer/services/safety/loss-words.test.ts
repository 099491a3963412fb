import { describe, expect, it, vi } from 'vitest';
import { keptFactWords, lossWords, olderCopyWords } from '#renderer/services/safety/loss-words.ts';
import { whileHeard } from '#renderer/services/safety/while-heard.ts';
import type { LostChain } from '#renderer/services/safety/witness-verdict.ts';
import { FakeHost } from '#tests/support/fake-host.ts';

const CASE = '11111111-1111-7111-8111-111111111111' as never;
const chain = (how: LostChain['how'], noted: number, found: number, caseId = CASE): LostChain => ({
  ...{ chain: 'x' as never, caseId, how, noted, found },
});
const copy = {
  ...{ name: 'x', caseId: CASE as string, caseName: 'Sarat', writtenAt: '2026-03-14T07:00:00.000Z' },
  ...{ bytes: 1, sha256: 'a'.repeat(64), heads: [], isPassed: false },
};

describe('keptFactWords', () => {
  it('has nothing to say when nothing stays', () => {
    expect(keptFactWords([], 'the case file')).toBeNull();
  });

  it('names what stays, some of many', () => {
    expect(keptFactWords(['Tell Tamr'], 'the case file')).toContain(
      '“Tell Tamr” stands otherwise than in the case file.',
    );
    expect(keptFactWords([...'abcdefgh'], 'the copy')).toContain('“a”, “b”, “c”, “d”, “e” and 3 more stand otherwise');
  });
});

describe('olderCopyWords', () => {
  const older = { ...copy, name: 'w', caseName: '', writtenAt: '2026-03-13T07:00:00.000Z' };

  it('has nothing to say when each copy is the one that was offered', () => {
    expect(olderCopyWords([copy], [copy], (at) => at)).toBeNull();
    expect(olderCopyWords([copy], [], (at) => at)).toBeNull();
  });

  it('says of which moment the copy is that was taken, and which was not', () => {
    expect(olderCopyWords([copy], [older], (at) => at.slice(0, 10))).toBe(
      '"Sarat" stands as it was copied on 2026-03-13: the copy of 2026-03-14 could not be brought back. It is kept.',
    );
  });
});

describe('lossWords', () => {
  it.each([
    ['missing', 12, 0, '12 steps were saved, none is left.'],
    ['shorter', 12, 5, '12 steps were saved, 5 are left.'],
    ['shorter', 2, 1, '2 steps were saved, 1 is left.'],
    ['missing', 1, 0, '1 step was saved, none is left.'],
    ['different', 12, 12, '12 steps were saved; what stands now is not what was saved.'],
  ] as const)('says of a chain that is %s (%i, %i) what is left', (how, noted, found, detail) => {
    const lost = { kind: 'lost', chains: [chain(how, noted, found)], copies: [copy], without: [] } as const;

    expect(lossWords(lost, new Map())).toEqual([{ what: 'The case "Sarat"', detail }]);
  });

  it('names a case as it stands, else as its copy has it, else by its id', () => {
    const lost = { kind: 'lost', chains: [chain('shorter', 2, 1)], copies: [copy], without: [] } as const;

    expect(lossWords(lost, new Map([[CASE, 'Sarat now']]))[0]?.what).toBe('The case "Sarat now"');
    expect(lossWords({ ...lost, copies: [] }, new Map())[0]?.what).toContain(CASE);
  });

  it('names a case of which only its copy tells', () => {
    const [words] = lossWords({ kind: 'lost', chains: [], copies: [copy], without: [] }, new Map());

    expect(words?.what).toBe('The case "Sarat"');
    expect(words?.detail).toContain('A safety copy of it is kept');
  });

  it('gathers the chains of a case, and puts what belongs to none last', () => {
    const chains = [chain('missing', 3, 0, null as never), chain('missing', 2, 0), chain('shorter', 9, 4)];

    expect(lossWords({ kind: 'lost', chains, copies: [copy], without: [] }, new Map())).toEqual([
      { what: 'The case "Sarat"', detail: '2 steps were saved, none is left. 9 steps were saved, 4 are left.' },
      { what: 'The log of imports, sources and the device', detail: '3 steps were saved, none is left.' },
    ]);
  });
});

describe('whileHeard', () => {
  it('lets the host hear of the window until the task has ended, whatever it answers', async () => {
    vi.useFakeTimers();
    const host = new FakeHost();
    let finish = () => {};
    const task = new Promise<string>((resolve) => {
      finish = () => resolve('done');
    });
    const heard = whileHeard(host.call, () => task, 1000);
    await vi.advanceTimersByTimeAsync(3500);
    finish();

    expect(await heard).toBe('done');
    await vi.advanceTimersByTimeAsync(5000);
    expect(host.asked).toHaveLength(3);
    vi.useRealTimers();
  });

  it('passes on what the task throws', async () => {
    await expect(whileHeard(new FakeHost().call, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
