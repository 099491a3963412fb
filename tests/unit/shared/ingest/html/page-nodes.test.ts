import { describe, expect, it } from 'vitest';
import { attributeOf, isElement, walkPage, wordsIn } from '#shared/ingest/html/page-nodes.ts';
import { type PageElement, parsePage } from '#shared/ingest/html/parse-page.ts';
import { unattended } from '#shared/kernel/job-control.ts';

async function steps(markup: string, isEntered: (element: PageElement) => boolean): Promise<string[]> {
  const seen: string[] = [];
  walkPage(await parsePage(`<!doctype html><body>${markup}`, unattended), {
    enter: (node) => {
      seen.push(node.nodeName);
      return isElement(node) && isEntered(node);
    },
    leave: ({ tagName }) => seen.push(`/${tagName}`),
  });
  return seen.slice(seen.indexOf('body') + 1, -2);
}

async function first(markup: string): Promise<PageElement> {
  let found: PageElement | null = null;
  walkPage(await parsePage(`<!doctype html><body>${markup}`, unattended), {
    enter: (node) => {
      if (isElement(node) && node.tagName === 'p') found ??= node;
      return true;
    },
  });
  if (found === null) throw new Error('no paragraph');
  return found;
}

describe('walkPage', () => {
  it('INGEST-8 visits in the order of the page, and leaves what it went into', async () => {
    expect(await steps('<p>a<b>b</b></p><p></p>', () => true)).toEqual([
      'p',
      '#text',
      'b',
      '#text',
      '/b',
      '/p',
      'p',
      '/p',
    ]);
  });

  it('INGEST-8 goes around what it is told to, without leaving it', async () => {
    expect(await steps('<p>a<b>b</b>c</p>', ({ tagName }) => tagName !== 'b')).toEqual([
      'p',
      '#text',
      'b',
      '#text',
      '/p',
    ]);
  });
});

describe('attributeOf', () => {
  it('tells an empty attribute from none', async () => {
    const paragraph = await first('<p hidden id=x>');

    expect(['hidden', 'id', 'class'].map((name) => attributeOf(paragraph, name))).toEqual(['', 'x', null]);
  });
});

describe('wordsIn', () => {
  it('INGEST-13 gives the words of an element, without those of scripts', async () => {
    expect(wordsIn(await first('<p> a <b>b</b>\n c<script>d</script><style>e</style>'))).toBe('a b c');
  });
});
