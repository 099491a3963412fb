import { describe, expect, it } from 'vitest';
import { storeError } from '#renderer/data/store-error.ts';
import { AppError } from '#shared/kernel/app-error.ts';

const named = (name: string, rest: object = {}) => Object.assign(new Error(name), { name, ...rest });

describe('storeError', () => {
  it.each([
    ['a full disk', named('QuotaExceededError'), 'disk-full'],
    ['a full disk behind an abort', named('AbortError', { inner: named('QuotaExceededError') }), 'disk-full'],
    ['a full disk in a list', named('BulkError', { failures: [named('QuotaExceededError')] }), 'disk-full'],
    ['a commit that the disk refused', named('AbortError', { inner: named('DataError') }), 'disk-full'],
    ['a key that stands already', named('BulkError', { failures: [named('ConstraintError')] }), 'conflict'],
    ['a closed store', named('DatabaseClosedError'), 'unavailable'],
    ['anything else', named('DataError'), 'internal'],
    ['what is no error', 'broken', 'internal'],
    ['nothing', undefined, 'internal'],
  ])('says of %s what it is', (_, error, code) => {
    const said = storeError(error);

    expect([said.code, said.cause]).toEqual([code, error]);
    expect(said.message.length).toBeGreaterThan(20);
  });

  it('hands on an error of ours, however deep', () => {
    const ours = new AppError('conflict', 'Changed meanwhile.');

    expect([storeError(ours), storeError(named('AbortError', { inner: ours }))]).toEqual([ours, ours]);
  });

  it('ends with an error that is its own cause', () => {
    const round: Error & { cause?: unknown } = named('AbortError');
    round.cause = round;

    expect(storeError(round).code).toBe('internal');
  });

  it('says that what was done before is kept when the disk is full', () => {
    expect(storeError(named('QuotaExceededError')).message).toContain('What was done before is kept');
  });
});
