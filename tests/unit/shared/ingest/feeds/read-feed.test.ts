import { describe, expect, it } from 'vitest';
import { lawsBrokenBy } from '#tests/support/ingest/laws.ts';
import { articlesIn, leftOutIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour News</title><language>en-gb</language>
<item><title>The lorry &amp;amp; the van</title><link>https://example.org/1</link><guid isPermaLink="false">g1</guid>
<pubDate>Sun, 10 Nov 2019 21:30:00 +0300</pubDate><dc:creator>Ada Lovelace</dc:creator><category>Lorries</category><category>Harbour</category>
<description>A teaser.</description><content:encoded><![CDATA[<p>The lorry <a href="/x">left</a>.</p><p>It was red.</p>]]></content:encoded></item>
<item><title>Only a title</title><link>https://example.org/2</link></item>
<item><description>&lt;b&gt;No&lt;/b&gt; title &amp;amp; no address.</description><author>ada@example.org (Ada Lovelace)</author></item>
</channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafen</title>
<entry><title type="html">Der &lt;i&gt;Lastwagen&lt;/i&gt;</title><id>tag:1</id><link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/>
<published>2019-11-10T21:30:00+03:00</published><updated>2019-11-11T08:00:00Z</updated><author><name>Ada Lovelace</name><email>a@example.org</email></author>
<category term="hafen" label="Hafen"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Er <em>fuhr</em>.</p><p>Er war 1 &lt; 2.</p></div></content></entry>
<entry><title>Text</title><summary type="text">Words &lt;b&gt; as they are.</summary></entry></feed>`;
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://example.org/"><title>Harbour</title></channel>
<item rdf:about="https://example.org/1"><title>The lorry</title><link>https://example.org/1</link><description>It left.</description><dc:date>2019-11-10</dc:date></item></rdf:RDF>`;

describe('FEED-1: the items of a feed', () => {
  it('are articles, with all that RSS says of them', async () => {
    const outcomes = await outcomesOf(RSS);
    const [first, third] = articlesIn(outcomes);

    expect(linesOf(outcomes)).toEqual([
      'file: container feed',
      'item 1: article The lorry & the van',
      'item 2: no-text application/rss+xml',
      'item 3: article No title & no address.',
    ]);
    expect(first).toMatchObject({ within: 'item 1', place: { name: 'g1' }, origin: { url: 'https://example.org/1' } });
    expect(first?.article).toMatchObject({
      text: 'The lorry left.\n\nIt was red.',
      byline: ['Ada Lovelace'],
      url: 'https://example.org/1',
      siteName: 'Harbour News',
      published: '2019-11-10T21:30:00+03:00',
      keywords: ['Lorries', 'Harbour'],
      links: [{ address: 'https://example.org/x' }],
    });
    expect(first?.article.observed).toContainEqual({
      field: 'description',
      value: 'A teaser.',
      rule: 'feed',
      place: 'description',
    });
    expect(third?.article.byline).toEqual(['Ada Lovelace']);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('are articles, with all that Atom says of them', async () => {
    const outcomes = await outcomesOf(ATOM);
    const [first, second] = articlesIn(outcomes);

    expect(first?.article).toMatchObject({
      title: 'Der Lastwagen',
      text: 'Er fuhr.\n\nEr war 1 < 2.',
      url: 'https://example.org/1',
      published: '2019-11-10T21:30:00+03:00',
      modified: '2019-11-11T08:00:00Z',
      byline: ['Ada Lovelace'],
      keywords: ['Hafen'],
    });
    expect(second?.article.text).toBe('Words <b> as they are.');
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('are found where RDF puts them', async () => {
    const [found] = articlesIn(await outcomesOf(RDF));

    expect(found?.article).toMatchObject({
      title: 'The lorry',
      text: 'It left.',
      published: '2019-11-10',
      siteName: 'Harbour',
    });
  });

  it('share the feed as their capture', async () => {
    const found = articlesIn(await outcomesOf(RSS));

    expect(new Set(found.map(({ capture }) => capture)).size).toBe(1);
    expect(Buffer.from(found[0]?.capture.bytes ?? []).toString()).toBe(RSS);
  });
});

describe('FEED-2: XML that is damaged or hostile', () => {
  it.each([
    ['a name that nobody declared', RSS.replace('A teaser.', 'A teaser &nbsp; &unknown; & more.')],
    ['an end that is missing', RSS.replace('</channel></rss>', '')],
    ['elements that cross', RSS.replace('</title><link>', '</link></title><link>')],
  ])('is read as far as it goes, and told: %s', async (_, content) => {
    const outcomes = await outcomesOf(content);

    expect(articlesIn(outcomes)[0]?.article.text).toBe('The lorry left.\n\nIt was red.');
    expect(outcomes[0]).toMatchObject({ kind: 'container', remarks: [{ code: 'bad-input' }] });
  });

  it.each([
    [
      'names that multiply',
      `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>`,
      '&c;',
    ],
    ['a file of this machine', '<!DOCTYPE rss [<!ENTITY c SYSTEM "file:///etc/passwd">]>', '&c;'],
  ])('expands nothing that it declares itself: %s', async (_, doctype, use) => {
    const outcomes = await outcomesOf(
      RSS.replace('<rss', `${doctype}<rss`).replace('It was red.', '').replace('A teaser.', use),
    );

    expect(JSON.stringify(articlesIn(outcomes).map(({ article }) => article)).length).toBeLessThan(20_000);
    expect(articlesIn(outcomes)[0]?.article.text).toBe('The lorry left.');
  });

  it('is read however deep it is', async () => {
    const outcomes = await outcomesOf(RSS.replace('A teaser.', `${'<a>'.repeat(20_000)}deep${'</a>'.repeat(20_000)}`));

    expect(articlesIn(outcomes)[0]?.article.text).toBe('The lorry left.\n\nIt was red.');
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it.each([
    ['without items', '<rss><channel><title>x</title></channel></rss>', 'no-text', /no items/],
    ['of another kind', '<?xml version="1.0"?><opml><body/></opml>', 'unknown-format', /opml/],
  ])('is told when it is %s', async (_, content, code, reason) => {
    expect(leftOutIn(await outcomesOf(content))).toMatchObject([{ code, reason: expect.stringMatching(reason) }]);
  });

  it('is a page when it is XHTML', async () => {
    expect(
      linesOf(
        await outcomesOf(
          '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><title>The lorry</title><p>It left.</p></html>',
        ),
      ),
    ).toEqual(['file: article The lorry']);
  });
});

describe('FEED-2 and XML-3: what looks like markup', () => {
  const feed = (words: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>One</title><description><![CDATA[${words}]]></description></item><item><title>Two</title><description>Two words</description></item></channel></rss>`;

  it.each(['Code begins with <?php and so on', 'Words <!--more and words', 'Words &lt;!DOCTYPE <!doctype and words'])(
    'costs no item of a well-formed feed where it stands in data: %s',
    async (words) => {
      const outcomes = await outcomesOf(feed(words));

      expect(articlesIn(outcomes).map(({ article }) => article.title)).toEqual(['One', 'Two']);
      expect(outcomes[0]).toMatchObject({ kind: 'container', remarks: [] });
    },
  );

  it.each([
    ['an attribute without end', `<rss><a ${'a'.repeat(200_000)}></a></rss>`],
    ['document types without end', `<rss>${'<!doctype '.repeat(100_000)}</rss>`],
    [
      'namespaces',
      `<rss ${Array.from({ length: 20_000 }, (_, at) => `xmlns:a${at}="x"`).join(' ')}>${'<b xmlns:q="y"/>'.repeat(20_000)}</rss>`,
    ],
    [
      'people without end',
      `<rss><channel><item><title>t</title><author>${'@'.repeat(200_000)}</author><description>words</description></item></channel></rss>`,
    ],
    [
      'dates without end',
      `<rss><channel><item><title>t</title><pubDate>a${' '.repeat(100_000)}b</pubDate><description>words</description></item></channel></rss>`,
    ],
    ['a tag of megabytes', `<rss><a b="c" ${'x '.repeat(6_000_000)}></a></rss>`],
  ])('takes no more time than its length: %s', async (_, text) => {
    const started = performance.now();
    const outcomes = await outcomesOf(text);

    expect(performance.now() - started).toBeLessThan(8000);
    expect(outcomes.map((outcome) => ('code' in outcome ? outcome.code : ''))).not.toContain('internal');
  });
});
