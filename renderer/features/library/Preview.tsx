import { type ArticlePreview, readPreview } from '#renderer/services/library/article-preview.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Facts, GroupHead } from '#renderer/ui/Facts.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import { shortDate } from '#shared/dates/short-date.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { Copies } from './Copies.tsx';
import css from './Library.module.css';
import { languageWords } from './LibraryFacets.tsx';

type PreviewProps = {
  readonly caseId: CaseId;
  readonly articleId: ArticleId | null;
  /** Pixels. */
  readonly width: number;
  readonly onRead: () => void;
  readonly className?: string | undefined;
};

/** The article in hand, as far as one has to see it to decide about it. */
export function Preview({ caseId, articleId, width, onRead, className }: PreviewProps) {
  const { workspace } = useServices();
  const preview = useLive(
    () => (articleId ? readPreview(workspace, caseId, articleId) : null),
    [workspace, caseId, articleId],
  );
  const foot = preview && (
    <>
      <Button onClick={onRead}>Read</Button>
      <Keys keys="Enter" />
    </>
  );
  return (
    <Panel label="Preview" width={width} side="end" className={className} {...(foot ? { foot } : {})}>
      {preview ? (
        <Article caseId={caseId} preview={preview} />
      ) : (
        articleId === null && (
          <p className={css.hint}>The article in hand is shown here: click a row, or press the down arrow.</p>
        )
      )}
    </Panel>
  );
}

function Article({ caseId, preview }: { readonly caseId: CaseId; readonly preview: ArticlePreview }) {
  const { title, publisher, byline, published, language, words, excerpt, entities, events } = preview;
  const length = [`${words.toLocaleString('en')} words`, language && languageWords(language)]
    .filter(Boolean)
    .join(', ');
  return (
    <div className={css.previewBody} key={preview.articleId}>
      <p className={css.previewMeta}>
        <bdi className="cut">{publisher || 'Publisher not known'}</bdi>
        <span className="tab">{published ? shortDate(published) : 'No date'}</span>
      </p>
      <h2 dir="auto" lang={language ?? undefined}>
        {title || 'Without a title'}
      </h2>
      <p className={css.byline}>
        {byline && (
          <>
            <bdi>{byline}</bdi>,{' '}
          </>
        )}
        {length}
      </p>
      <div className={css.excerpt} lang={language ?? undefined}>
        {excerpt.map(({ text, direction }) => (
          <p key={text} dir={direction}>
            {text}
          </p>
        ))}
      </div>
      <Copies caseId={caseId} articleId={preview.articleId} />
      {entities.length > 0 && (
        <section className={css.group}>
          <GroupHead>Known here</GroupHead>
          <ul className={css.known}>
            {entities.map(({ id, name, type, mentions }) => (
              <li key={id}>
                <TypeMark look={lookOf(type)} />
                <bdi className="cut">{name}</bdi>
                <span className={css.count}>{mentions}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {events.length > 0 && (
        <section className={css.group}>
          <GroupHead>Events</GroupHead>
          <ul className={css.known}>
            {events.map(({ id, title: name, when }) => (
              <li key={id}>
                <bdi className="cut">{name}</bdi>
                <span className={css.count}>{when ? shortDate(when) : 'no date'}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={css.group}>
        <GroupHead>Capture</GroupHead>
        <Facts facts={captureFacts(preview)} termWidth={64} />
      </section>
    </div>
  );
}

function captureFacts({ fileName, capturedAt, importedAt, acquisitions, sha256 }: ArticlePreview) {
  return [
    { term: 'File', value: <bdi>{fileName}</bdi> },
    ...(capturedAt ? [{ term: 'Captured', value: <span className="tab">{capturedAt}</span> }] : []),
    ...(importedAt ? [{ term: 'Imported', value: <span className="tab">{momentWords(importedAt)}</span> }] : []),
    ...(acquisitions > 1 ? [{ term: 'Came in', value: `${acquisitions} times, the same bytes` }] : []),
    { term: 'SHA-256', value: <code data-tip={sha256}>{hashWords(sha256)}</code> },
  ];
}

/** A moment to the minute, in UTC: `2024-03-17 05:12 UTC`. */
export function momentWords(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

function hashWords(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)} … ${hash.slice(-4)}`;
}
