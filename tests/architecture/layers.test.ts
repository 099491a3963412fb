import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

type Layer = { readonly folder: string; readonly may: readonly string[] };

const layers = readLayers(readFileSync('ARCHITECTURE.md', 'utf8'));
const files = sourceFiles('shared', 'electron', 'renderer');

describe('the layer table of ARCHITECTURE.md', () => {
  it('names every folder that holds code', () => {
    expect(files.filter((file) => !layerOf(file.path)).map((file) => file.path)).toEqual([]);
  });

  it('is obeyed by every import', () => {
    expect(files.flatMap(violations)).toEqual([]);
  });

  it('refuses a planted import of a stranger', () => {
    const planted = { path: 'shared/text/planted.ts', text: "import { db } from '#renderer/data/database.ts';" };

    expect(violations(planted)).toEqual(['shared/text/planted.ts imports renderer/data']);
  });

  it('refuses a planted package that its layer does not name', () => {
    const planted = { path: 'shared/kernel/planted.ts', text: "import { z } from 'zod/mini';" };

    expect(violations(planted)).toEqual(['shared/kernel/planted.ts imports zod/mini']);
  });

  it('refuses a feature that knows another feature', () => {
    const planted = {
      path: 'renderer/features/reader/planted.ts',
      text: "import { x } from '#renderer/features/library/x.ts';",
    };

    expect(violations(planted)).toEqual(['renderer/features/reader/planted.ts imports renderer/features/library']);
  });
});

/** Reads rows such as "| `shared/text` | `shared/kernel`, `package:zod/mini` |": the names in back quotes of the second column may be imported. */
function readLayers(markdown: string): Layer[] {
  return markdown.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const folder = /^`((?:shared|electron|renderer)\/[\w/*-]+)`$/.exec(cells[1] ?? '')?.[1];
    if (!folder) return [];
    return [{ folder, may: [...(cells[2] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '') }];
  });
}

function layerOf(path: string): Layer | undefined {
  return layers
    .filter(({ folder }) => path.startsWith(`${folder.replace('/*', '')}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

function violations({ path, text }: SourceFile): string[] {
  const layer = layerOf(path);
  if (!layer) return [];
  const own = layer.folder.endsWith('/*') ? path.split('/').slice(0, 3).join('/') : layer.folder;
  return importsOf(text)
    .map((specifier) => targetOf(path, specifier))
    .filter((target) => !isWithin(target, own) && !layer.may.some((allowed) => isWithin(target, allowed)))
    .map((target) => `${path} imports ${shortened(target)}`);
}

/** Type-only imports count too: a layer that names another's types depends on it. Worker addresses are no imports of code. */
function importsOf(text: string): string[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const statement =
    /^(?:import|export)\s+(?:type\s+)?(?:[\w$*{}\s,]+?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...withoutComments.matchAll(statement)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((specifier) => !specifier.includes('?worker'));
}

function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return join(dirname(path), specifier);
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('node:') ? 'node:' : `package:${specifier}`;
}

function isWithin(target: string, allowed: string): boolean {
  return target === allowed || target.startsWith(`${allowed}/`);
}

function shortened(target: string): string {
  if (target.startsWith('package:')) return target.slice('package:'.length);
  const parts = target.split('/');
  return parts.slice(0, parts[1] === 'features' ? 3 : 2).join('/');
}
