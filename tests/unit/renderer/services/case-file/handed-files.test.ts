import { describe, expect, it } from 'vitest';
import { HandedFiles } from '#renderer/services/case-file/handed-files.ts';

const file = (name: string) => ({ token: name, name: `${name}.casefile`, bytes: 1 });

describe('HandedFiles', () => {
  it('keeps what comes before anybody takes it, and gives it once and in order', () => {
    const handed = new HandedFiles();
    const taken: string[] = [];
    handed.arrive(file('a'));
    handed.arrive(file('b'));
    handed.take(({ token }) => taken.push(token));
    handed.arrive(file('c'));
    handed.take(({ token }) => taken.push(`again ${token}`));

    expect(taken).toEqual(['a', 'b', 'c']);
  });

  it('keeps what comes while nobody takes it any more', () => {
    const handed = new HandedFiles();
    const taken: string[] = [];
    handed.take(() => taken.push('too early'))();
    handed.arrive(file('a'));
    expect(taken).toEqual([]);

    handed.take(({ token }) => taken.push(token));
    expect(taken).toEqual(['a']);
  });

  it('is not stopped for the one that takes now by the one before it', () => {
    const handed = new HandedFiles();
    const taken: string[] = [];
    const stop = handed.take(() => taken.push('before'));
    handed.take(({ token }) => taken.push(token));
    stop();
    handed.arrive(file('a'));

    expect(taken).toEqual(['a']);
  });
});
