import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const tests = sourceFiles('tests').filter(({ path }) => /\.(test|spec|suite)\.tsx?$/.test(path));
const names = tests.flatMap(({ path, text }) => namesOf(text).map((name) => ({ path, name })));

describe('every test', () => {
  it('says what is, in the present tense', () => {
    expect(names.filter(({ name }) => /\bshould\b/i.test(name))).toEqual([]);
  });

  it('says why when it is skipped', () => {
    const silent = tests.filter(({ text }) =>
      /\b(?:it|test|describe)\.(?:skip|todo|fixme|only)\(\s*(?:\)|['"`])/.test(text),
    );

    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('each RULES.md', () => {
  const rules = readdirSync('shared')
    .map((folder) => join('shared', folder, 'RULES.md'))
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/^\W*(?:\d+\.\s+)?\W*([A-Z]+-\d+)\b/gm)].map((match) => match[1]),
    );

  it('has its rule ids in the names of tests', () => {
    const untested = rules.filter((id) => !names.some(({ name }) => new RegExp(`\\b${id}\\b`).test(name)));

    expect(untested).toEqual([]);
  });
});

function namesOf(text: string): string[] {
  const calls = /\b(?:it|test|describe)(?:\.\w+)*(?:\([^'"`]*\)|<[^>]*>)?\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g;
  const rows = /^\s*\[\s*(['"`])((?:(?!\1).)*)\1,/gm;
  return [...text.matchAll(calls), ...text.matchAll(rows)].map((match) => match[2] ?? '');
}
