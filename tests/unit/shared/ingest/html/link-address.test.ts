import { describe, expect, it } from 'vitest';
import { linkAddress, webAddress } from '#shared/ingest/html/link-address.ts';

const BASE = 'https://a.example/d/p';

describe('linkAddress', () => {
  it.each([
    ['INGEST-11 a whole address', 'https://b.example/x', 'https://b.example/x'],
    ['INGEST-11 one relative to the page', 'x', 'https://a.example/d/x'],
    ['INGEST-11 one relative to the site', '/x', 'https://a.example/x'],
    ['INGEST-11 one without scheme', '//b.example/x', 'https://b.example/x'],
    ['INGEST-11 a place in the page', '#x', 'https://a.example/d/p#x'],
    ['INGEST-11 mail', 'mailto:x@a.example', 'mailto:x@a.example'],
    ['INGEST-11 a telephone', 'tel:+49', 'tel:+49'],
    ['INGEST-11 one with space around it', ' https://b.example/ ', 'https://b.example/'],
    ['INGEST-11 one in another script', 'https://b.example/تل', 'https://b.example/%D8%AA%D9%84'],
  ])('makes whole %s', (_, written, wanted) => {
    expect(linkAddress(written, BASE)).toBe(wanted);
  });

  it.each([
    ['INGEST-11 a script', 'javascript:alert(1)'],
    ['INGEST-11 a script in capitals', 'JaVaScRiPt:alert(1)'],
    ['INGEST-11 a script with a tab in its name', 'java\tscript:alert(1)'],
    ['INGEST-11 a script behind a control character', '\u0001javascript:alert(1)'],
    ['INGEST-11 another script', 'vbscript:x'],
    ['INGEST-11 data', 'data:text/html,<b>x'],
    ['INGEST-11 something of the browser', 'blob:https://a.example/1'],
    ['INGEST-11 a file of this machine', 'file:///etc/passwd'],
    ['INGEST-11 something of the source view', 'view-source:https://a.example/'],
    ['INGEST-11 an address of thousands of letters', `https://a.example/${'x'.repeat(5000)}`],
    ['INGEST-11 nothing', ' '],
    ['INGEST-11 no address at all', null],
  ])('leads nowhere with %s', (_, written) => {
    expect([linkAddress(written, BASE), linkAddress(written, null)]).toEqual([null, null]);
  });

  it.each([
    ['INGEST-11 a relative address', '../x', '../x'],
    ['INGEST-11 a relative address with a break in it', '../x\ny', '../xy'],
    ['INGEST-11 a whole one made plain', 'HTTPS://B.example', 'https://b.example/'],
  ])('without a base keeps %s', (_, written, wanted) => {
    expect(linkAddress(written, null)).toBe(wanted);
  });
});

describe('webAddress', () => {
  it('INGEST-11 takes addresses of the web alone', () => {
    expect(
      ['https://b.example/', 'x', 'mailto:x@a.example', 'ftp://b.example/'].map((written) => webAddress(written, BASE)),
    ).toEqual(['https://b.example/', 'https://a.example/d/x', null, null]);
    expect(webAddress('x', null)).toBeNull();
  });
});
