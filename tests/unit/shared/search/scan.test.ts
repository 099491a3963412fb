import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/kernel/app-error.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { foldForSearch } from '#shared/search/fold-for-search.ts';
import { scan } from '#shared/search/scan.ts';
import { parseQuery } from '#shared/search/search-query.ts';

const article = (key: string, text: string, folds: { start: number; end: number }[] = []) =>
  [key, foldForSearch({ title: '', text, folds })] as const;

const CORPUS = [
  article('once', 'The lorry left.'),
  article('none', 'The van left.'),
  article('twice', 'A lorry, a lorry.'),
  article('hidden', 'Donate a lorry.', [{ start: 0, end: 15 }]),
  article('again', 'The lorry came.'),
];

describe('scan', () => {
  it('SEARCH-11 gives every match, the best first, hidden ones apart', async () => {
    const { results, hiddenOnly } = await scan(CORPUS, parseQuery('lorry'), unattended);

    expect(results.map(({ key }) => key)).toEqual(['twice', 'once', 'again']);
    expect(hiddenOnly.map(({ key }) => key)).toEqual(['hidden']);
  });

  it('SEARCH-11 stops when it is told to', async () => {
    const job = { ...unattended, signal: { aborted: true } };

    await expect(scan(CORPUS, parseQuery('lorry'), job)).rejects.toThrow(new AppError('cancelled', 'Stopped.'));
  });

  it('SEARCH-11 tells how far it is', async () => {
    const seen: number[] = [];
    await scan(CORPUS, parseQuery('lorry'), { ...unattended, onProgress: (done) => seen.push(done) });

    expect(seen.at(-1)).toBe(5);
  });
});
