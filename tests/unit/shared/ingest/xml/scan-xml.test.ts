import { describe, expect, it } from 'vitest';
import { scanXml } from '#shared/ingest/xml/scan-xml.ts';

/** Events the eye can check: `<a x=1> one </a>`. */
function scanned(text: string): string {
  return [...scanXml(text)]
    .map((event) => {
      if (event.kind === 'text') return event.text;
      if (event.kind === 'end') return `</${event.name}>`;
      const attributes = [...event.attributes].map(([name, value]) => ` ${name}=${value}`).join('');
      return `<${event.space === '' ? '' : `{${event.space}}`}${event.name}${attributes}>`;
    })
    .join('');
}

describe('scanXml', () => {
  it.each([
    ['elements, words, attributes', '<a x="1" y=\'2\'>one<b/>two</a>', '<a x=1 y=2>one<b></b>two</a>'],
    ['what is no element', '<?xml version="1.0"?><!-- <b> --><!DOCTYPE a [<!ENTITY x "y">]><a/>', '<a></a>'],
    ['a piece that is no markup', '<a><![CDATA[<b> & ]]></a>', '<a><b> & </a>'],
    ['entities that XML has', '<a x="&quot;">&lt;&amp;&#65;&#x42;</a>', '<a x=">"<&AB</a>'.replace('x=">"', 'x=">')],
    ['prefixes', '<w:a xmlns:w="u" xmlns="v" w:x="1"><b/></w:a>', '<{u}a x=1><{v}b></b></a>'],
    ['a sign that ends tags, in an attribute', '<a x="1>2">b</a>', '<a x=1>2>b</a>'],
    ['ends that are missing', '<a><b>c', '<a><b>c</b></a>'],
    ['ends that are crossed', '<a><b>c</a>d</b>', '<a><b>c</b></a>d'],
    ['a tag that never ends', '<a>b<c x="1', '<a>b<c></c></a>'],
    ['an entity that stands for nothing', '<a>&#0;&#x110000;&nbsp;&</a>', '<a>\uFFFD\uFFFD&nbsp;&</a>'],
    ['nothing', '', ''],
  ])('XML-1 scans %s', (_, text, events) => {
    expect(scanned(text)).toBe(events);
  });

  it('XML-2 never makes entities whole that a document declares', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>';

    expect(scanned(bomb)).toBe('<a>&c;</a>');
    expect(scanned('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&x;</a>')).toBe('<a>&x;</a>');
  });

  it.each([
    ['depth', '<a>'.repeat(200_000)],
    ['attributes', `<a ${Array.from({ length: 100_000 }, (_, at) => `x${at}="1"`).join(' ')}>`],
    ['a name that never ends', `<a ${'x'.repeat(2_000_000)}>`],
    ['quotes that never end', '<a "'.repeat(100_000)],
    ['brackets', '<'.repeat(500_000)],
    ['entities', '&'.repeat(1_000_000)],
  ])('XML-3 takes no more than its length of time for %s', { timeout: 20_000 }, (_, text) => {
    let count = 0;
    for (const event of scanXml(text)) if (event.kind !== 'text') count++;

    expect(count).toBeLessThanOrEqual(600_000);
  });
});

describe('XML-3: many declarations', () => {
  it.each([
    ['of namespaces', `<a ${Array.from({ length: 50_000 }, (_, at) => `xmlns:a${at}="x"`).join(' ')}>b</a>`],
    ['of nothing', `${'<!a>'.repeat(500_000)}<a>b</a>`],
  ])('take no more than their length of time: %s', (_, text) => {
    const started = performance.now();

    expect(scanned(text)).toBe('<a>b</a>');
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
