import { connect } from 'node:net';
import { z } from 'zod/mini';

/** What a second start asks of the host that holds the data folder. */
export const handOverSchema = z.strictObject({
  /** Absolute paths of files to open. */
  files: z.array(z.string().check(z.maxLength(4096))).check(z.maxLength(32)),
  /** The second start shows an address instead of a window. */
  wantsAddress: z.boolean(),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** What the holder answers; `words` are for the analyst, `address` is good once. */
export const handOverAnswerSchema = z.strictObject({
  isDone: z.boolean(),
  words: z.string(),
  address: z.nullable(z.string()),
});
export type HandOverAnswer = z.infer<typeof handOverAnswerSchema>;

/** What became of the question: answered, nobody there, or somebody who does not answer in these terms. */
export type Asked = { kind: 'answered'; answer: HandOverAnswer } | { kind: 'nobody' } | { kind: 'silent' };

/** Bytes of one line on the socket: 32 paths of 4,096 and some. */
export const MOST_LINE_BYTES = 256 * 1024;
/** A host that is busy writing answers late; one that hangs never does. */
const PATIENCE_MS = 5_000;

/** Asks the host that listens at `address`; never throws. */
export function askHolder(address: string, message: HandOver, patience = PATIENCE_MS): Promise<Asked> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let text = '';
    const end = (asked: Asked) => {
      socket.destroy();
      resolve(asked);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(patience, () => end({ kind: 'silent' }));
    socket.once('connect', () => socket.write(`${JSON.stringify(message)}\n`));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const isGone = error.code === 'ENOENT' || error.code === 'ECONNREFUSED';
      end({ kind: isGone ? 'nobody' : 'silent' });
    });
    socket.on('data', (part: string) => {
      text += part;
      if (text.length > MOST_LINE_BYTES) end({ kind: 'silent' });
      else if (text.includes('\n')) end(readAnswer(text));
    });
    socket.on('close', () => resolve({ kind: 'nobody' })); // it was just ending
  });
}

/** Whether anybody listens at `address`, without asking for anything. */
export function isListening(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function readAnswer(text: string): Asked {
  try {
    const answer = handOverAnswerSchema.parse(JSON.parse(text));
    return { kind: 'answered', answer };
  } catch {
    return { kind: 'silent' };
  }
}
