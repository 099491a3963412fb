import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PRIORITY, TINTS } from '#renderer/features/reader/surface/categories.ts';
import { highlightRules } from '#renderer/features/reader/surface/highlight-sheet.ts';

describe('highlightRules', () => {
  const rules = highlightRules((name) => `<${name}>`);

  it('paints every category', () => {
    for (const category of Object.keys(PRIORITY)) expect(rules).toContain(`::highlight(${category}) {`);
    expect(rules.match(/::highlight/g)).toHaveLength(Object.keys(PRIORITY).length);
  });

  it('holds literal values, because the oldest engine paints nothing for var()', () => {
    expect(rules).not.toContain('var(');
    expect(rules).toContain('::highlight(person) { background-color: <--person-tint>; color: <--person-ink>; }');
  });

  it('tells a denial from an assertion by its line, and the open event by the accent', () => {
    const body = (category: string) => new RegExp(`::highlight\\(${category}\\) \\{ (.*) \\}`).exec(rules)?.[1];

    expect(body('evidence-asserts')).toContain('underline solid 2px <--evidence>');
    expect(body('evidence-asserts-open')).toContain('underline solid 2px <--accent>');
    expect(body('evidence-denies')).toContain('underline double 2px <--bad>');
  });

  it('draws no fact with a broken line: that is what is only proposed', () => {
    expect(rules).not.toMatch(/dashed|dotted/);
  });

  it('asks only for tokens that the design has', () => {
    const tokens = readFileSync('renderer/ui/styles/tokens.css', 'utf8');
    const asked = [...rules.matchAll(/<(--[\w-]+)>/g)].map((match) => match[1] ?? '');

    expect(asked.filter((name) => !tokens.includes(`${name}:`))).toEqual([]);
  });

  it('gives each tint the same rank, so that overlapping types blend', () => {
    expect(new Set(TINTS.map((tint) => PRIORITY[tint])).size).toBe(1);
  });
});
