import { describe, expect, it } from 'vitest';
import { docxOf, type OfficeParts, paragraph, zipOf } from '#tests/support/ingest/office-file.ts';
import { articlesIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';
import { faultsOf, linksOf, shapeOf } from '#tests/support/ingest/read.ts';

/** The one article of a document. */
async function documentOf(body: string, more: OfficeParts = {}) {
  const [found] = articlesIn(await outcomesOf(await docxOf(body, more)));
  if (found === undefined) throw new Error('no article');
  expect(faultsOf(found.article)).toEqual([]);
  return found.article;
}

const style = (id: string, name: string, more = '') =>
  `<w:style w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.join('')}</w:tc>`;
const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}" ${mode}/>`;

describe('the words of a document', () => {
  it('DOCX-1 are its paragraphs, in order, whatever their runs', async () => {
    const article = await documentOf(
      `<w:p>${run('The lor')}${run('ry')}<w:r><w:tab/><w:t>left</w:t><w:br/><w:t>at dawn.</w:t></w:r></w:p><w:p/>${paragraph('Nobody&#x2011;saw it.')}`,
    );

    expect(shapeOf(article)).toEqual(['paragraph The lorry left\nat dawn.', 'paragraph Nobody‑saw it.']);
  });

  it('DOCX-2 keep the kind that their style gives them, or the style that it is based on', async () => {
    const styles = [
      style('H', 'heading 2'),
      style('Own', 'My own', '<w:basedOn w:val="H"/>'),
      style('Q', 'Quote'),
      style('C', 'caption'),
      style('S', 'Source Code'),
      style('O', 'Outlined', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      style('A', 'circle', '<w:basedOn w:val="B"/>'),
      style('B', 'circle', '<w:basedOn w:val="A"/>'),
    ].join('');
    const ids = ['H', 'Own', 'Q', 'C', 'S', 'O', 'A', 'none'];
    const body = ids.map((id) => paragraph(id, `<w:pStyle w:val="${id}"/>`)).join('');

    expect(shapeOf(await documentOf(body, { styles }))).toEqual([
      'heading2 H',
      'heading2 Own',
      'quote1 Q',
      'caption C',
      'preformatted S',
      'heading3 O',
      'paragraph A',
      'paragraph none',
    ]);
  });

  it('DOCX-2 know items and their depth', async () => {
    const item = (level: number, number: string) =>
      `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`;
    const article = await documentOf(
      paragraph('a', item(0, '1')) + paragraph('b', item(1, '1')) + paragraph('c', item(0, '0')),
    );

    expect(shapeOf(article)).toEqual(['list-item1 a', 'list-item2 b', 'paragraph c']);
  });

  it('DOCX-3 read tables row by row, and pages laid out in cells block by block', async () => {
    const table = `<w:tbl><w:tr>${cell(paragraph('Name'))}${cell(paragraph('Age'))}</w:tr><w:tr>${cell(paragraph('Ada'), paragraph('Lovelace'))}${cell(paragraph('36'))}</w:tr></w:tbl>`;
    const page = `<w:tbl><w:tr>${cell(paragraph('One'), paragraph('Two'), paragraph('Three'), paragraph('Four'))}${cell(table)}</w:tr></w:tbl>`;

    expect(shapeOf(await documentOf(table))).toEqual(['table-row Name\tAge', 'table-row Ada Lovelace\t36']);
    expect(shapeOf(await documentOf(page))).toEqual([
      'paragraph One',
      'paragraph Two',
      'paragraph Three',
      'paragraph Four',
      'table-row Name\tAge',
      'table-row Ada Lovelace\t36',
    ]);
  });

  it('DOCX-4 keep links, by relation and by field, and none that runs something', async () => {
    const field = (instruction: string, words: string) =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' after')}</w:p>`;
    const article = await documentOf(
      `<w:p>${run('See ')}<w:hyperlink r:id="1">${run('this')}</w:hyperlink><w:hyperlink r:id="2">${run(' or that')}</w:hyperlink></w:p>${field(' HYPERLINK "https://example.org/b" ', 'field')}${field(' PAGE ', '7')}`,
      {
        relations:
          relation('1', 'hyperlink', 'https://example.org/a', 'TargetMode="External"') +
          relation('2', 'hyperlink', 'javascript:alert(1)', 'TargetMode="External"'),
      },
    );

    expect(linksOf(article)).toEqual(['this -> https://example.org/a', 'field -> https://example.org/b']);
    expect(article.text).toBe('See this or that\n\nfield after\n\n7 after');
  });

  it('DOCX-5 refer to notes by numbers, and have them behind', async () => {
    const article = await documentOf(
      `<w:p>${run('One')}<w:r><w:endnoteReference w:id="7"/></w:r>${run(' two')}<w:r><w:footnoteReference w:id="3"/></w:r></w:p>`,
      {
        relations: relation('f', 'footnotes', 'footnotes.xml') + relation('e', 'endnotes', '/word/endnotes.xml'),
        parts: {
          'word/footnotes.xml': `<w:footnotes><w:footnote w:type="separator" w:id="0">${paragraph('---')}</w:footnote><w:footnote w:id="3">${paragraph('Foot.')}</w:footnote><w:footnote w:id="4">${paragraph('Orphan.')}</w:footnote></w:footnotes>`,
          'word/endnotes.xml': `<w:endnotes><w:endnote w:id="7">${paragraph('End.')}</w:endnote></w:endnotes>`,
        },
      },
    );

    expect(article.text).toBe('One[1] two[2]\n\n[1] End.\n\n[2] Foot.\n\nOrphan.');
    expect(article.folds.map(({ start, end }) => article.text.slice(start, end))).toEqual(['Orphan.']);
  });

  it('DOCX-5 fold comments, heads and feet', async () => {
    const article = await documentOf(paragraph('One'), {
      relations: relation('c', 'comments', 'comments.xml') + relation('h', 'header', 'header1.xml'),
      parts: {
        'word/comments.xml': `<w:comments><w:comment w:id="1" w:author="Ada">${paragraph('Is it?')}</w:comment></w:comments>`,
        'word/header1.xml': `<w:hdr>${paragraph('Draft')}</w:hdr>`,
      },
    });

    expect(article.text).toBe('One\n\nAda: Is it?\n\nDraft');
    expect(article.folds.map(({ start, end, reason }) => [article.text.slice(start, end), reason])).toEqual([
      ['Ada: Is it?', 'comments'],
      ['Draft', 'other'],
    ]);
    expect(article.words).toBe(1);
  });

  it('DOCX-1 leave out what Word does not show: deleted, moved and hidden words, and the second form of a box', async () => {
    const box = (words: string) => `<w:txbxContent>${paragraph(words)}</w:txbxContent>`;
    const article = await documentOf(
      `<w:p>${run('Kept')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:moveFrom>${run('moved')}</w:moveFrom><w:ins>${run(' put')}</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><AlternateContent><Choice>${box('Box')}</Choice><Fallback>${box('Box')}</Fallback></AlternateContent></w:r>${run(' in')}</w:p>${paragraph('After')}`,
    );

    expect(article.text).toBe('Kept put in\n\nBox\n\nAfter');
  });

  it('DOCX-1 keep the letters of formulas', async () => {
    const maths = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
    const formula = `<m:oMath ${maths}><m:r><m:t>a=</m:t></m:r><m:r><m:t>b</m:t></m:r></m:oMath>`;

    expect((await documentOf(`<w:p>${run('So ')}${formula}${run('.')}</w:p>`)).text).toBe('So a=b.');
  });

  it('DOCX-1 run from right to left where the paragraph says so and its letters do not', async () => {
    const article = await documentOf(paragraph('2019', '<w:bidi/>') + paragraph('2019'));

    expect(article.blocks.map(({ direction }) => direction)).toEqual(['rtl', 'rtl']);
  });
});

describe('what a document says of itself', () => {
  it('DOCX-6 is observed: what readers see by its style before properties; when it was made is no date of publication', async () => {
    const core =
      '<cp:coreProperties xmlns:dc="d"><dc:title>Template</dc:title><dc:creator>Office</dc:creator><dcterms:created>2019-11-10T21:30:00Z</dcterms:created><dcterms:modified>2019-11-11T00:00:00Z</dcterms:modified></cp:coreProperties>';
    const styles = style('T', 'Title') + style('A', 'Author') + style('D', 'Date');
    const article = await documentOf(
      paragraph('The lorry', '<w:pStyle w:val="T"/>') +
        paragraph('Ada Lovelace', '<w:pStyle w:val="A"/>') +
        paragraph('10 November 2019', '<w:pStyle w:val="D"/>') +
        paragraph('It left.'),
      { styles, parts: { 'docProps/core.xml': core } },
    );

    expect([article.title, article.byline, article.published, article.modified]).toEqual([
      'The lorry',
      ['Ada Lovelace'],
      '2019-11-10',
      '2019-11-11T00:00:00Z',
    ]);
    expect(
      article.observed
        .filter(({ rule }) => rule !== 'words')
        .map(({ field, rule, value }) => `${rule} ${field} ${value}`),
    ).toEqual([
      'style title The lorry',
      'style byline Ada Lovelace',
      'style published 2019-11-10',
      'properties title Template',
      'properties byline Office',
      'properties modified 2019-11-11T00:00:00Z',
      'properties other 2019-11-10T21:30:00Z',
    ]);
  });
});

describe('damaged documents', () => {
  it.each([
    ['one of nothing', '', 'no-text'],
    ['one of a picture', '<w:p><w:r><w:drawing/></w:r></w:p>', 'no-text'],
  ])('DOCX-7 tell of %s', async (_, body, code) => {
    expect(linesOf(await outcomesOf(await docxOf(body)))).toEqual([expect.stringContaining(code)]);
  });

  it('DOCX-7 tell that their text is missing', async () => {
    const [outcome] = await outcomesOf(await zipOf({ '[Content_Types].xml': '<a/>', 'word/styles.xml': '<a/>' }));

    expect(outcome).toMatchObject({ kind: 'left-out', code: 'unreadable' });
  });

  it('DOCX-7 are read as far as they go', async () => {
    const whole = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('One')}<w:p><w:r><w:t>Tw`;
    const [outcome] = await outcomesOf(await zipOf({ 'word/document.xml': whole }));

    expect(outcome?.kind === 'article' ? outcome.article.text : null).toBe('One\n\nTw');
  });

  it('DOCX-7 take no longer for tables in tables in tables', { timeout: 20_000 }, async () => {
    const deep = `${paragraph('Before')}${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${paragraph('Inside')}`;

    expect((await documentOf(deep)).text).toContain('Before');
  });
});
