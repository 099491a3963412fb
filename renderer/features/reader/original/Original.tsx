import { Offline } from '@blueprintjs/icons';
import { useEffect, useRef, useState } from 'react';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { Capture } from '#shared/domain/capture.ts';
import { decodeCapture } from './decode-capture.ts';
import css from './Original.module.css';
import type { OriginalAnswer, OriginalMessage } from './original-message.ts';

type Props = {
  /** Title of the article; it heads the page for who hears it, since the frame's own headings are the capture's. */
  readonly title: string;
  readonly capture: Capture | null;
};

/** The capture itself, in a frame that runs nothing of it and can ask for nothing. */
export function Original({ title, capture }: Props) {
  return (
    <>
      <h1 className="unseen" dir="auto">
        {title}
      </h1>
      <Shown capture={capture} />
    </>
  );
}

function Shown({ capture }: Pick<Props, 'capture'>) {
  const { workspace } = useServices();
  const message = useLive(async (): Promise<OriginalMessage | null> => {
    if (!capture) return null;
    const { bytes } = await workspace.articles.captureBytes(capture.id);
    const words = decodeCapture(bytes);
    return isPage(capture.mediaType, words) ? { kind: 'page', html: words } : { kind: 'words', text: words };
  }, [workspace, capture?.id]);
  if (!capture || message === null) {
    return <ErrorNote title="No original">The capture of this article is not in this workspace.</ErrorNote>;
  }
  return message ? <Frame key={capture.id} message={message} /> : <Skeleton label="Reading the capture…" rows={12} />;
}

/** A large page on a busy machine stands within this time; a frame that says nothing for longer has most likely failed. */
const LATE_MS = 8_000;

function Frame({ message }: { readonly message: OriginalMessage }) {
  const [tries, setTries] = useState(0);
  return <FrameOnce key={tries} message={message} onAgain={() => setTries(tries + 1)} />;
}

function FrameOnce({ message, onAgain }: { readonly message: OriginalMessage; readonly onAgain: () => void }) {
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
        <p role="status">{shown ? remarkOf(shown) : isLate ? LATE_WORDS : 'Opening the capture…'}</p>
        {isLate && !shown && <Button onClick={onAgain}>Try again</Button>}
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

function isPage(mediaType: string, words: string): boolean {
  if (/html|xml/.test(mediaType)) return true;
  return mediaType === 'application/octet-stream' && /^\s*<(?:!doctype|html)/i.test(words);
}
