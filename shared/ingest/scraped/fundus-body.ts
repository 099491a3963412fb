import { BlockWriter, type LaidOutText } from '../block-writer.ts';

/** Writes the summary, headlines and paragraphs that Fundus keeps apart as what they are; null for a body without words. */
export function fundusBody(body: unknown): LaidOutText | null {
  const writer = new BlockWriter();
  const write = (words: unknown, kind: 'paragraph' | 'heading') => {
    if (typeof words === 'string')
      writer.write(words, { kind, level: kind === 'heading' ? 2 : 0, direction: null }, null);
    writer.endBlock();
  };
  for (const line of listIn(body, 'summary')) write(line, 'paragraph');
  for (const section of listIn(body, 'sections')) {
    for (const line of listIn(section, 'headline')) write(line, 'heading');
    for (const line of listIn(section, 'paragraphs')) write(line, 'paragraph');
  }
  const laidOut = writer.finish();
  return laidOut.text === '' ? null : laidOut;
}

function listIn(value: unknown, key: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return Array.isArray(found) ? found : typeof found === 'string' ? [found] : [];
}
