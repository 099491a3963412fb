import { describe, expect, it } from 'vitest';
import { linesOfCode, sourceFiles } from './source-files.ts';

/** Long enough for one idea; what is longer holds two. */
const MOST_LINES = 250;

const files = sourceFiles('shared', 'electron', 'renderer');

describe('every source file', () => {
  it(`has at most ${MOST_LINES} lines of code`, () => {
    const long = files
      .map(({ path, text }) => ({ path, lines: linesOfCode(text) }))
      .filter(({ lines }) => lines > MOST_LINES);

    expect(long).toEqual([]);
  });

  it('documents each exported function and class', () => {
    expect(files.flatMap(({ path, text }) => undocumented(text).map((name) => `${path}: ${name}`))).toEqual([]);
  });

  it('finds a planted export without a docstring', () => {
    expect(undocumented('/** Says so. */\nexport function said() {}\n\nexport async function silent() {}\n')).toEqual([
      'silent',
    ]);
  });
});

describe('domain and contracts', () => {
  it('document each exported type', () => {
    const nouns = files.filter(({ path }) => /^shared\/(domain|contracts)\//.test(path));

    expect(nouns.flatMap(({ path, text }) => undocumentedTypes(text).map((name) => `${path}: ${name}`))).toEqual([]);
  });
});

const EXPORTED = /^export (?:async )?(?:function\*?|(?:abstract )?class) (\w+)/;

function undocumented(text: string): string[] {
  return namesWithoutDocstring(text, EXPORTED);
}

/** A type inferred from a schema is documented by the schema above it or by its own line. */
function undocumentedTypes(text: string): string[] {
  return namesWithoutDocstring(text, /^export type (\w+) = (?!z\.infer|.*typeof)/);
}

function namesWithoutDocstring(text: string, pattern: RegExp): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const name = pattern.exec(line)?.[1];
    return name && !(lines[at - 1] ?? '').trim().endsWith('*/') ? [name] : [];
  });
}
