import { gzipSync } from 'node:zlib';

/** What a made record says. */
export type MadeRecord = {
  readonly type?: string;
  readonly uri?: string;
  readonly headers?: readonly string[];
  readonly block: string | Uint8Array;
  /** Instead of the true length of the block. */
  readonly length?: number | string | null;
};

/** A page that a server sent. */
export function answer(body: string | Uint8Array, ...headers: readonly string[]): Buffer {
  const lines = ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8', ...headers];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

/** A page of a few words. */
export function page(title: string): string {
  return `<!doctype html><title>${title}</title><p>${title} is what this page is about.</p>`;
}

/** One record, with the empty lines behind it. */
export function record({
  type = 'response',
  uri = 'https://example.org/',
  headers = [],
  block,
  length,
}: MadeRecord): Buffer {
  const body = Buffer.from(block);
  const stated = length === undefined ? body.length : length;
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${uri}`,
    'WARC-Date: 2019-11-10T21:30:00Z',
    `Content-Type: ${type === 'response' ? 'application/http; msgtype=response' : 'text/html'}`,
    ...headers,
    ...(stated === null ? [] : [`Content-Length: ${stated}`]),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body, Buffer.from('\r\n\r\n')]);
}

/** Records as an archive that is packed by record, as crawlers do. */
export function packed(records: readonly Buffer[]): Buffer {
  return Buffer.concat(records.map((each) => gzipSync(each)));
}
