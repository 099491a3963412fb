import { ZStream, zlibInflate, zlibInflateInit2 } from 'pako';
import { isGzip } from './unpack-gzip.ts';

const MOST = 4096;
const GZIP = 31;

/** The first bytes of what is packed, from the first bytes of gzip; the same bytes where they are not packed. */
export function unpackedHead(head: Uint8Array): Uint8Array {
  if (!isGzip(head) || head.length < 3) return head;
  const stream = new ZStream();
  zlibInflateInit2(stream, GZIP);
  stream.input = head;
  stream.next_in = 0;
  stream.avail_in = head.length;
  stream.output = new Uint8Array(MOST);
  stream.next_out = 0;
  stream.avail_out = MOST;
  zlibInflate(stream, 0);
  return stream.output.subarray(0, stream.next_out);
}
