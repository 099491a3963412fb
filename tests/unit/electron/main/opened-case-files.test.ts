import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseFilesOf } from '#electron/main/opened-case-files.ts';

describe('caseFilesOf', () => {
  it('picks case files out of a command line, in their order', () => {
    const line = ['electron', '--no-sandbox', '.', 'b.casefile', 'notes.txt', 'a.CaseFile'];
    expect(caseFilesOf(line, '/home/analyst')).toEqual([
      resolve('/home/analyst', 'b.casefile'),
      resolve('/home/analyst', 'a.CaseFile'),
    ]);
  });

  it('takes an absolute path as it is', () => {
    const path = resolve('/media/stick/Marjouna.casefile');
    expect(caseFilesOf([path], '/elsewhere')).toEqual([path]);
  });

  it.each([[[]], [['--open=x.casefile']], [['x.casefile.txt']], [['casefile']]])('finds none in %j', (line) => {
    expect(caseFilesOf(line, '/')).toEqual([]);
  });
});
