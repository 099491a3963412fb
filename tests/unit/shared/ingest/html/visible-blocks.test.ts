import { describe, expect, it } from 'vitest';
import { linksOf, readPage, shapeOf } from '#tests/support/ingest/read.ts';

describe('a page', () => {
  it.each([
    [
      'INGEST-9 paragraphs and headings',
      '<h2>The lorry</h2><p>It left.<p>It came.',
      ['heading2 The lorry', 'paragraph It left.', 'paragraph It came.'],
    ],
    [
      'INGEST-9 words outside of any paragraph',
      'one<p>two</p>three',
      ['paragraph one', 'paragraph two', 'paragraph three'],
    ],
    [
      'INGEST-9 words in boxes',
      '<div>one<div>two</div>three</div>',
      ['paragraph one', 'paragraph two', 'paragraph three'],
    ],
    [
      'INGEST-9 items and items in them',
      '<ul><li>one<ol><li>two</ol>three<li><p>four</ul>',
      ['list-item1 one', 'list-item2 two', 'list-item1 three', 'list-item1 four'],
    ],
    ['INGEST-9 terms and their definitions', '<dl><dt>a<dd>b</dl>', ['list-item1 a', 'list-item1 b']],
    [
      'INGEST-9 quotes and quotes in them',
      '<blockquote><p>one<blockquote>two</blockquote></blockquote>',
      ['quote1 one', 'quote2 two'],
    ],
    [
      'INGEST-9 captions',
      '<figure><img alt=no><figcaption>The <b>gate</b></figcaption></figure>',
      ['caption The gate'],
    ],
    ['INGEST-9 code', '<pre>\n  a\n\tb\n</pre>', ['preformatted   a\n\tb']],
    [
      'INGEST-9 rows of a table',
      '<table><caption>c</caption><tr><th>a<th>b<tr><td>1<td><p>2</p><tr><td><td>x</table>',
      ['caption c', 'table-row a\tb', 'table-row 1\t2', 'table-row x'],
    ],
    [
      'INGEST-9 a page laid out in cells',
      '<table><tr><td><h1>a</h1><p>b</p><td><table><tr><td>1<td>2</table></table>',
      ['heading1 a', 'paragraph b', 'table-row 1\t2'],
    ],
    [
      'INGEST-9 several paragraphs in a cell',
      '<table><tr><td><p>a<p>b<td>c</table>',
      ['paragraph a', 'paragraph b', 'paragraph c'],
    ],
    ['INGEST-10 space between inline elements', '<p>a <b> b</b> <i>c</i>d', ['paragraph a b cd']],
    ['INGEST-10 line breaks', '<p>a<br>b<br><br>c', ['paragraph a\nb', 'paragraph c']],
    [
      'INGEST-8 nothing of scripts and styles',
      '<script>a</script><style>b</style><template>c</template><noscript>d</noscript><p>e',
      ['paragraph e'],
    ],
    [
      'INGEST-8 nothing that is hidden',
      '<p hidden>a<p style="color:red; display : none !important">b<p style="visibility:hidden">c<p>d',
      ['paragraph d'],
    ],
    [
      'INGEST-8 what only sounds hidden',
      '<p style="display:none-such">a<p class=hidden>b<p aria-hidden=true>c',
      ['paragraph a', 'paragraph b', 'paragraph c'],
    ],
    [
      'INGEST-8 nothing of frames, films and choices',
      '<iframe>a</iframe><video>b</video><select><option>c</select><object>d</object><dialog>e</dialog><p>f',
      ['paragraph f'],
    ],
    ['INGEST-8 a dialogue that is open', '<dialog open>a</dialog>', ['paragraph a']],
    ['INGEST-8 what a summary folds', '<details><summary>a</summary>b</details>', ['paragraph a', 'paragraph b']],
    [
      'INGEST-8 words in a drawing, not its title',
      '<svg><title>a</title><desc>b</desc><text>c</text></svg>',
      ['paragraph c'],
    ],
    ['INGEST-8 nothing of a style in a drawing', '<svg><style>a</style></svg><p>b', ['paragraph b']],
    [
      'INGEST-8 parts that a script would show',
      '<template id="B:0"></template><div hidden id="S:0"><p>a</p></div>',
      ['paragraph a'],
    ],
    ['INGEST-8 nothing of comments', '<p>a<!-- <p>b --><p>c', ['paragraph a', 'paragraph c']],
    ['INGEST-8 what is nested wrongly', '<b><p>a</b>b</p><i>c', ['paragraph ab', 'paragraph c']],
    ['INGEST-8 stray words of a table before it', '<table>a<tr><td>b</table>', ['paragraph a', 'table-row b']],
    ['INGEST-6 letters whose marks stand in another element', '<p>e<b>\u0301</b>', ['paragraph é']],
  ])('gives %s', async (_, markup, wanted) => {
    expect(shapeOf(await readPage(markup))).toEqual(wanted);
  });

  it.each([
    ['INGEST-11 whole', '<a href="https://b.example/x">a</a>', ['a -> https://b.example/x']],
    ['INGEST-11 made whole', '<a href="/x?y#z">a <b>b</b></a>', ['a b -> https://a.example/x?y#z']],
    ['INGEST-11 made whole against the base', '<base href="/sub/"><a href="x">a</a>', ['a -> https://a.example/sub/x']],
    [
      'INGEST-11 in parts, where a block ends inside',
      '<a href="/x"><p>a</p><p>b</p></a>',
      ['a -> https://a.example/x', 'b -> https://a.example/x'],
    ],
    ['INGEST-11 in rows of tables', '<table><tr><td>a<td><a href="/x">b</a></table>', ['b -> https://a.example/x']],
    ['INGEST-11 mail', '<a href="mailto:x@a.example">a</a>', ['a -> mailto:x@a.example']],
    ['INGEST-11 no script', '<a href="javascript:x()">a</a>', []],
    ['INGEST-11 no script, with a break in its name', '<a href=" java\nscript:x()">a</a>', []],
    ['INGEST-11 no data', '<a href="data:text/html,x">a</a>', []],
    ['INGEST-11 no picture alone', '<a href="/x"><img></a>', []],
  ])('gives links %s', async (_, markup, wanted) => {
    expect(linksOf(await readPage(markup, { address: 'https://a.example/d/p' }))).toEqual(wanted);
  });

  it('INGEST-11 gives links as they stand where the address is not known', async () => {
    expect(linksOf(await readPage('<a href="../x\ny">a</a> <a href="javascript:x">b</a>'))).toEqual(['a -> ../xy']);
  });

  it('INGEST-7 takes directions that are stated for words without letters', async () => {
    const { blocks } = await readPage('<html dir=rtl><p>12<p dir=ltr>34<p>abc');

    expect(blocks.map(({ direction }) => direction)).toEqual(['rtl', 'ltr', 'ltr']);
  });

  it('INGEST-5 keeps an article without words as an article', async () => {
    expect(await readPage('<title>a</title><script>b</script>')).toMatchObject({
      title: 'a',
      text: '',
      blocks: [],
      words: 0,
    });
  });
});
