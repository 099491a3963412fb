import { describe, expect, it } from 'vitest';
import { elementsOf, readXmlTree } from '#shared/ingest/xml/xml-tree.ts';

describe('readXmlTree', () => {
  it('XML-1 keeps elements in each other, with their words', () => {
    const tree = readXmlTree('<a>one<b x="1">two</b><c><b>three</b></c></a>');

    expect(tree.children[0]?.text).toBe('onetwothree');
    expect([...elementsOf(tree, 'b')].map(({ text, attributes }) => [text, attributes.get('x')])).toEqual([
      ['two', '1'],
      ['three', undefined],
    ]);
  });

  it('XML-1 closes what was never closed', () => {
    expect([...elementsOf(readXmlTree('<a><b>one'), 'b')].map(({ text }) => text)).toEqual(['one']);
  });

  it('XML-3 walks as deep as a text goes', () => {
    expect([...elementsOf(readXmlTree('<a>'.repeat(5000)), 'a')]).toHaveLength(5000);
  });
});
