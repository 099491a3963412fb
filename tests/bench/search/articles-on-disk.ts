import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchArticle, fileName, PER_FILE, parseArticles } from './bench-article.ts';
import { growArticles } from './grow-articles.ts';

/** Rises when articles would grow otherwise. */
const VERSION = 1;

/** A folder with so many articles, made when it is not there; git ignores it. */
export function articlesOnDisk(count: number): string {
  const folder = join(process.cwd(), 'bench-results', 'corpus', `search-${VERSION}-${count}`);
  const done = join(folder, 'done');
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let lines: string[] = [];
  let file = 0;
  const write = () => {
    writeFileSync(join(folder, fileName(file++)), lines.join('\n'));
    lines = [];
  };
  for (const article of growArticles(count)) {
    lines.push(JSON.stringify(article));
    if (lines.length === PER_FILE) write();
  }
  if (lines.length > 0) write();
  writeFileSync(done, '');
  return folder;
}

/** The first articles of such a folder. */
export function* readArticles(folder: string, count: number): Generator<BenchArticle> {
  for (let file = 0; file * PER_FILE < count; file++) {
    const articles = parseArticles(readFileSync(join(folder, fileName(file)), 'utf8'));
    yield* articles.slice(0, count - file * PER_FILE);
  }
}
