import { describe, expect, it } from 'vitest';
import { nextClock } from '#shared/custody/clock.ts';
import { headerHash, makeEntry, withoutPayload } from '#shared/custody/ledger-entry.ts';
import { headAt, isHeadSignedBy, signHead } from '#shared/custody/ledger-head.ts';
import { makeDeviceKey } from '#shared/custody/signing.ts';
import { verifyChain } from '#shared/custody/verify-chain.ts';
import type { LedgerEntry, LedgerHead } from '#shared/domain/ledger.ts';
import { SAMPLE_TIME, sampleChain } from '#tests/support/sample-chain.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';

const { chain, key, entries, head } = sampleChain(4);
const [first, second, third, fourth] = entries as [LedgerEntry, LedgerEntry, LedgerEntry, LedgerEntry];

describe('verifyChain, by CUSTODY-7, CUSTODY-8 and CUSTODY-9', () => {
  it('CUSTODY-7 finds no fault in a chain as it was made', () => {
    expect(faultsOf(entries)).toEqual([]);
  });

  it.each([
    ['an entry left out', [first, third, fourth], ['gap 3']],
    ['entries swapped', [first, third, second, fourth], ['gap 3', 'gap 2', 'clock-backwards 2', 'gap 4']],
    ['an entry twice', [first, second, second, third, fourth], ['gap 2', 'clock-backwards 2']],
    ['the end cut off', [first, second, third], ['head-differs 3']],
    ['the beginning cut off', [second, third, fourth], ['gap 2']],
    ['nothing left', [], ['head-differs 0']],
    [
      'other words in a payload',
      [first, { ...second, payload: { ...payloadOf(second), words: 'Rename to nothing' } }, third, fourth],
      ['payload-altered 2'],
    ],
    [
      'another action in a header',
      [first, { ...second, header: { ...second.header, action: 'case:make' } }, third, fourth],
      ['header-altered 2'],
    ],
    ['a header made anew with its hash', [first, forged(second), third, fourth], ['broken-link 3']],
  ])('CUSTODY-8 names %s', (_, altered, expected) => {
    expect(faultsOf(altered).slice(0, expected.length)).toEqual(expected);
  });

  it('CUSTODY-9 verifies a chain whose payloads were dropped, and says which', () => {
    const report = verifyChain(chain, [first, withoutPayload(second), third, fourth], head, key.publicKey, SAMPLE_TIME);

    expect(report).toEqual({ entries: 4, faults: [], dropped: [2], ahead: [] });
  });

  it('CUSTODY-6 tells a clock more than a day ahead without failing it', () => {
    const report = verifyChain(chain, entries, head, key.publicKey, SAMPLE_TIME - 25 * 60 * 60 * 1000);

    expect([report.faults, report.ahead]).toEqual([[], [1, 2, 3, 4]]);
  });

  it('names a clock that runs backwards', () => {
    const content = { chain, clock: nextClock(null, 1), group: fourth.header.group, action: 'case:rename' };
    const late = makeEntry({ ...content, payload: payloadOf(fourth) }, { seq: 4, hash: fourth.hash });
    const at = signHead(headAt(late), key.secretKey);

    expect(faultsOf([...entries, late], at)).toEqual(['clock-backwards 5']);
  });
});

describe('a head', () => {
  const stranger = makeDeviceKey(seededPorts(8));

  it.each([
    ['is missing', null, key.publicKey, ['head-differs 4']],
    ['is an earlier one', signHead(headAt(third), key.secretKey), key.publicKey, ['head-differs 4']],
    ['is signed by a stranger', signHead(headAt(fourth), stranger.secretKey), key.publicKey, ['head-unsigned 4']],
    [
      'is signed by a stranger who shows their key',
      signHead(headAt(fourth), stranger.secretKey),
      stranger.publicKey,
      ['head-unsigned 4'],
    ],
    ['has no known key', head, null, ['head-unsigned 4']],
    ['has another clock than was signed', { ...head, clock: nextClock(null, 1) }, key.publicKey, ['head-unsigned 4']],
  ])('CUSTODY-10 does not count when it %s', (_, at, publicKey, expected) => {
    expect(faultsOf(entries, at, publicKey)).toEqual(expected);
  });

  it('CUSTODY-10 counts with the signature of its device', () => {
    expect(isHeadSignedBy(head, key.publicKey)).toBe(true);
  });
});

function faultsOf(
  list: readonly LedgerEntry[],
  at: LedgerHead | null = head,
  publicKey: string | null = key.publicKey,
) {
  return verifyChain(chain, list, at, publicKey, SAMPLE_TIME).faults.map(({ kind, seq }) => `${kind} ${seq}`);
}

function payloadOf(entry: LedgerEntry) {
  if (entry.payload === null) throw new Error('Every sample has its payload.');
  return entry.payload;
}

function forged(entry: LedgerEntry): LedgerEntry {
  const header = { ...entry.header, action: 'case:make' };
  return { ...entry, header, hash: headerHash(header) };
}
