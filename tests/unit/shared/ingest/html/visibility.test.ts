import { describe, expect, it } from 'vitest';
import type { PageElement } from '#shared/ingest/html/parse-page.ts';
import { isSeen } from '#shared/ingest/html/visibility.ts';

function element(tagName: string, attributes: Record<string, string> = {}): PageElement {
  return {
    nodeName: tagName,
    tagName,
    attrs: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    namespaceURI: 'http://www.w3.org/1999/xhtml' as PageElement['namespaceURI'],
    parentNode: null,
    childNodes: [],
  };
}

describe('isSeen', () => {
  it.each([
    ['INGEST-8 a paragraph', 'p', {}],
    ['INGEST-8 an open dialogue', 'dialog', { open: '' }],
    ['INGEST-8 a style that hides nothing', 'p', { style: 'display: block; visibility: visible' }],
    ['INGEST-8 a style that only names hiding', 'p', { style: '--display: none-of-it' }],
    ['INGEST-8 what is hidden from screen readers alone', 'p', { 'aria-hidden': 'true' }],
    ['INGEST-8 a streamed part of a page', 'div', { hidden: '', id: 'S:1a' }],
    ['INGEST-8 a button', 'button', {}],
  ])('sees %s', (_, tagName, attributes) => {
    expect(isSeen(element(tagName, attributes))).toBe(true);
  });

  it.each([
    ['INGEST-8 a script', 'script', {}],
    ['INGEST-8 a template', 'template', {}],
    ['INGEST-8 a choice', 'select', {}],
    ['INGEST-8 a closed dialogue', 'dialog', {}],
    ['INGEST-8 what is hidden', 'p', { hidden: '' }],
    ['INGEST-8 what is hidden until found', 'p', { hidden: 'until-found' }],
    ['INGEST-8 a style that shows nothing', 'p', { style: 'display:none' }],
    ['INGEST-8 one among others, in capitals', 'p', { style: 'color: red; DISPLAY : None !important; margin: 0' }],
    ['INGEST-8 a style that makes invisible', 'p', { style: 'visibility:hidden;' }],
    ['INGEST-8 a hidden part by another name', 'div', { hidden: '', id: 'S' }],
  ])('does not see %s', (_, tagName, attributes) => {
    expect(isSeen(element(tagName, attributes))).toBe(false);
  });
});
