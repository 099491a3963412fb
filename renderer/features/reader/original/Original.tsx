import { Offline } from '@blueprintjs/icons';
import { useEffect, useRef, useState } from 'react';
import { handOver } from '#renderer/services/case-file/hand-over.ts';
import { originalName } from '#renderer/services/reader/original-name.ts';
import { originalOf, type ReadWords, type ShownOriginal } from '#renderer/services/reader/original-of.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { Capture } from '#shared/domain/capture.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { decodeCapture } from './decode-capture.ts';
import css from './Original.module.css';
import type { OriginalAnswer, OriginalMessage } from './original-message.ts';

type Props = {
  /** Title of the article; it heads the page for who hears it, since the frame's own headings are the capture's. */
  readonly title: string;
  readonly capture: Capture | null;
  /** What was read from it, for captures that no browser shows; undefined while it is being read. */
  readonly words: ReadWords | null | undefined;
};

/** The capture itself, in a frame that runs nothing of it and can ask for nothing. */
export function Original({ title, capture, words }: Props) {
  return (
    <>
      <h1 className="unseen" dir="auto">
        {title}
      </h1>
      <Shown {...{ title, capture, words }} />
    </>
  );
}

function Shown({ capture, title, words }: Props) {
  const { workspace, notices } = useServices();
  const message = useLive(async (): Promise<NotedMessage | null> => {
    if (!capture) return null;
    const { bytes } = await workspace.articles.captureBytes(capture.id);
    return messageOf(originalOf({ bytes: ownBytes(bytes), mediaType: capture.mediaType }, words ?? null), capture);
  }, [workspace, capture?.id, words]);
  if (!capture || message === null) {
    return <ErrorNote title="No original">The capture of this article is not in this workspace.</ErrorNote>;
  }
  const save = () => {
    workspace.articles.captureBytes(capture.id).then(
      ({ bytes }) => handOver(new Blob([ownBytes(bytes)]), originalName(title, capture.mediaType)),
      (error: unknown) => notices.warn(toPayload(error).message),
    );
  };
  return message ? (
    <Frame key={capture.id} noted={message} onSave={save} />
  ) : (
    <Skeleton label="Reading the capture…" rows={12} />
  );
}

/** A large page on a busy machine stands within this time; a frame that says nothing for longer has most likely failed. */
const LATE_MS = 8_000;

type FrameProps = { readonly noted: NotedMessage; readonly onSave: () => void };

function Frame(props: FrameProps) {
  const [tries, setTries] = useState(0);
  return <FrameOnce key={tries} {...props} onAgain={() => setTries(tries + 1)} />;
}

function FrameOnce({ noted, onSave, onAgain }: FrameProps & { readonly onAgain: () => void }) {
  const { message, note } = noted;
  const frame = useRef<HTMLIFrameElement>(null);
  const [shown, setShown] = useState<OriginalAnswer | null>(null);
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const late = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(late);
  }, []);
  useEffect(() => {
    const heard = ({ source, data }: MessageEvent<OriginalAnswer>) => {
      if (source === frame.current?.contentWindow && data.kind === 'shown') setShown(data);
    };
    addEventListener('message', heard);
    return () => removeEventListener('message', heard);
  }, []);
  // The frame has no origin, so none can be named; it is our own page, and the words are those of the capture.
  const send = () => frame.current?.contentWindow?.postMessage(message, '*');
  return (
    <section className={css.original} aria-label="Original">
      <div className={css.remark}>
        <Offline size={14} />
        <p role="status">
          {shown ? `${note} ${remarkOf(shown)}`.trim() : isLate ? LATE_WORDS : 'Opening the capture…'}
        </p>
        {isLate && !shown && <Button onClick={onAgain}>Try again</Button>}
        <Button isSmall look="plain" onClick={onSave}>
          Save the original…
        </Button>
      </div>
      <iframe
        ref={frame}
        className={css.frame}
        title="Capture as it came"
        sandbox="allow-scripts"
        src="original.html"
        onLoad={send}
      />
    </section>
  );
}

const LATE_WORDS =
  'The capture is not shown: its frame has not answered. Nothing is lost: its bytes are kept, its words stand under Text, and ' +
  'Details says whether they are as they came.';

function remarkOf({ elements, pictures }: OriginalAnswer): string {
  const left = [
    elements > 0 && `${elements} ${elements === 1 ? 'element' : 'elements'} that run or ask for something`,
    pictures > 0 && `${pictures} ${pictures === 1 ? 'picture' : 'pictures'} from elsewhere`,
  ].filter(Boolean);
  const words = 'Shown without scripts and without a network.';
  return left.length === 0 ? words : `${words} Left out: ${left.join(', ')}.`;
}

type NotedMessage = { readonly message: OriginalMessage; readonly note: string };

function messageOf(shown: ShownOriginal, { mediaType }: Capture): NotedMessage {
  if (shown.kind === 'nothing') {
    const text = 'This kind of file is not shown here. Save it to open it in its own program.';
    return { message: { kind: 'words', text }, note: `It is kept byte for byte (${mediaType}).` };
  }
  if (shown.kind === 'read-words') {
    const note = `The words that were read from it (${mediaType}), page by page where it has pages. Save it to see how it looks.`;
    return { message: { kind: 'words', text: shown.text }, note };
  }
  const { content, charset, from } = shown;
  const words = decodeCapture(content.bytes, charset);
  const note = from === '' ? '' : `Taken out of ${from}.`;
  const isHtml = isPage(content.mediaType, words);
  return { message: isHtml ? { kind: 'page', html: words } : { kind: 'words', text: words }, note };
}

/** Bytes in a buffer of their own kind: what a worker hands over never lies in shared memory. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}

function isPage(mediaType: string, words: string): boolean {
  if (/html|xml/.test(mediaType)) return true;
  return mediaType === 'application/octet-stream' && /^\s*<(?:!doctype|html)/i.test(words);
}
