/** More than any event has; a stream without line ends must not fill the memory. */
const LONGEST_LINE = 1_048_576;

/**
 * Reads a stream of text line by line, whatever the pieces it arrives in; empty lines are heartbeats and passed over.
 *
 * @throws {Error} when the stream breaks off, or a line is longer than a megabyte
 */
export async function readLines(body: ReadableStream<Uint8Array>, onLine: (line: string) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onLine(line);
    if (rest.length > LONGEST_LINE) throw new Error('A line of the event stream does not end.');
  }
}
