import { ArrowDown, ArrowUp } from '@blueprintjs/icons';
import { useEffect, useRef, useState } from 'react';
import { useCommands, useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import type { FoundArticle } from '#shared/contracts/search-messages.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { directionOf } from '#shared/text/direction.ts';
import css from './HitPreview.module.css';

type HitPreviewProps = {
  readonly found: FoundArticle;
  readonly onOpen: (span: TextSpan | null) => void;
};

/** The article in hand with every hit marked, at one of them. */
export function HitPreview({ found, onOpen }: HitPreviewProps) {
  const { workspace } = useServices();
  const { articleId, spans, publisher, published, title, language } = found;
  const keys = { next: useKeysOf('search:next-hit'), previous: useKeysOf('search:previous-hit') };
  const [at, setAt] = useState(0);
  const body = useRef<HTMLElement>(null);
  const text = useLive(async () => {
    const article = await workspace.articles.get(articleId);
    return article?.textId ? (await workspace.articles.text(article.textId)).text : '';
  }, [workspace, articleId]);
  const step = (by: 1 | -1) => {
    if (spans.length > 0) setAt((at + by + spans.length) % spans.length);
  };
  useCommands([
    { id: 'search:next-hit', words: 'Next hit in the article', keys: 'n', group: 'Search', run: () => step(1) },
    { id: 'search:previous-hit', words: 'Previous hit', keys: 'p', group: 'Search', run: () => step(-1) },
  ]);
  useEffect(() => {
    if (text === undefined) return;
    const marks = body.current?.querySelectorAll('mark') ?? [];
    for (const [index, mark] of marks.entries()) mark.toggleAttribute('data-current', index === at);
    marks[at]?.scrollIntoView({ block: 'center' });
  }, [text, at]);
  const where = spans.length === 0 ? 'not in the text' : `hit ${at + 1} of ${spans.length.toLocaleString('en')}`;
  return (
    <aside className={css.preview} aria-label="Hit in its article" data-area="Hit in its article" tabIndex={-1}>
      <div className={css.bar}>
        <bdi className="cut">{[publisher, published.replace(/T.*$/, '')].filter(Boolean).join(', ')}</bdi>
        <span className={css.where} role="status">
          {where}
        </span>
        <IconButton icon={<ArrowUp size={14} />} label="Previous hit" keys={keys.previous} onClick={() => step(-1)} />
        <IconButton icon={<ArrowDown size={14} />} label="Next hit" keys={keys.next} onClick={() => step(1)} />
      </div>
      <section
        ref={body}
        className={`${css.body} scroll`}
        aria-label="Article at the hit"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        lang={language || undefined}
      >
        <h2 dir="auto">{title.text || 'Without a title'}</h2>
        {text !== undefined && paragraphs(text, spans)}
      </section>
      <footer className={css.foot}>
        <Button look="primary" onClick={() => onOpen(spans[at] ?? null)}>
          Open at the hit
        </Button>
      </footer>
    </aside>
  );
}

/** Paragraphs with their hits marked, in the order of the spans. */
function paragraphs(text: string, spans: readonly TextSpan[]) {
  let from = 0;
  return text.split('\n').map((line) => {
    const start = from;
    from += line.length + 1;
    if (line.trim() === '') return null;
    const own = spans.filter((span) => span.start >= start && span.end <= start + line.length);
    let at = 0;
    return (
      <p key={start} dir={directionOf(line) ?? 'auto'}>
        {own.map((span) => {
          const before = line.slice(at, span.start - start);
          at = span.end - start;
          return (
            <span key={span.start}>
              {before}
              <mark>{line.slice(span.start - start, at)}</mark>
            </span>
          );
        })}
        {line.slice(at)}
      </p>
    );
  });
}
