import { useMemo } from 'react';
import { ArticleEditor } from '#renderer/services/reader/article-editor.ts';
import type { OpenArticle } from '#renderer/services/reader/use-open-article.ts';
import { useServices } from '#renderer/services/services.ts';
import { CREDIBILITY, RELIABILITY } from '#renderer/services/sources/grade-words.ts';
import { GroupHead } from '#renderer/ui/Facts.tsx';
import { Scroll } from '#renderer/ui/Panel.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { dateInWords } from '#shared/dates/date-words.ts';
import { readDate } from '#shared/dates/read-date.ts';
import type { Article } from '#shared/domain/article.ts';
import type { InformationGrade } from '#shared/domain/case-article.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { reliabilitySchema } from '#shared/domain/source-grade.ts';
import type { TextVersion } from '#shared/domain/text-version.ts';
import { AppError, toPayload } from '#shared/kernel/app-error.ts';
import css from './Details.module.css';
import { EditedField } from './EditedField.tsx';
import { Integrity } from './Integrity.tsx';
import { provenanceDetail, provenanceWords } from './provenance-words.ts';
import { ThreeDates } from './ThreeDates.tsx';

type Props = { readonly caseId: CaseId; readonly open: OpenArticle; readonly version: TextVersion | null };

/** Every piece of metadata: editable, with where it came from; dates, grades, and what proves the capture. */
export function Details({ caseId, open, version }: Props) {
  const { workspace, notices } = useServices();
  const editor = useMemo(() => new ArticleEditor(workspace), [workspace]);
  const { article, source, caseArticle } = open;
  const words = (label: string, field: TextualField) => (
    <EditedField
      label={label}
      value={article[field] ?? ''}
      from={<From open={open} field={field} />}
      onKeep={(typed) =>
        editor.edit(caseId, article, { [field]: typed.trim() === '' && field !== 'title' ? null : typed.trim() })
      }
    />
  );
  const list = (label: string, field: 'byline' | 'keywords') => (
    <EditedField
      label={label}
      value={article[field].join('; ')}
      from={<From open={open} field={field} />}
      onKeep={(typed) => editor.edit(caseId, article, { [field]: parts(typed) })}
    />
  );
  const date = (label: string, field: 'published' | 'modified') => (
    <EditedField
      label={label}
      value={article[field] ? dateInWords(article[field]) : ''}
      from={<From open={open} field={field} />}
      onKeep={(typed) => editor.edit(caseId, article, { [field]: oneDate(typed) })}
    />
  );
  return (
    <Scroll label="Details">
      <div className={css.fields}>
        {words('Title', 'title')}
        {list('Byline', 'byline')}
        <EditedField
          label="Publisher"
          value={source?.name ?? ''}
          from={<From open={open} field="publisher" />}
          onKeep={async (typed) => {
            const left = await editor.setPublisher(caseId, article, typed);
            if (left) notices.warn(`The grade ${left} stays with “${source?.name}”. “${typed.trim()}” has none yet.`);
          }}
        />
        {date('Published', 'published')}
        {date('Modified', 'modified')}
        {words('Language', 'language')}
        {words('Address', 'url')}
        {words('Canonical address', 'canonicalUrl')}
        {words('Section', 'section')}
        {list('Keywords', 'keywords')}
      </div>
      <div className={css.group}>
        <GroupHead>In this case</GroupHead>
      </div>
      <div className={css.fields}>
        <Grades caseId={caseId} open={open} editor={editor} />
        {caseArticle && (
          <>
            <EditedField
              label="Tags"
              value={caseArticle.tags.join('; ')}
              onKeep={(typed) => editor.editInCase(caseArticle, { tags: parts(typed) }, `Tag "${article.title}"`)}
            />
            <EditedField
              label="Note on the article"
              value={caseArticle.note}
              lines={3}
              onKeep={(typed) => editor.editInCase(caseArticle, { note: typed }, `Note on "${article.title}"`)}
            />
          </>
        )}
      </div>
      <div className={css.group}>
        <GroupHead>Dates</GroupHead>
      </div>
      <ThreeDates open={open} />
      <div className={css.group}>
        <GroupHead>Integrity</GroupHead>
      </div>
      <Integrity open={open} version={version} />
    </Scroll>
  );
}

type TextualField = 'title' | 'language' | 'url' | 'canonicalUrl' | 'section';

function parts(typed: string): string[] {
  return [...new Set(typed.split(';').map((part) => part.trim()))].filter((part) => part !== '');
}

/** @throws {AppError} `bad-input` where the words are no date, or could be several */
function oneDate(typed: string): string | null {
  if (typed.trim() === '') return null;
  const dates = readDate(typed);
  const [date] = dates;
  if (!date) throw new AppError('bad-input', 'Not read as a date. Write it as “10 November 2019” or in EDTF.');
  if (dates.length > 1) throw new AppError('bad-input', `This can mean ${dates.join(' or ')}: write one of them.`);
  return date;
}

/** Where a value came from: what was observed for it, conflicts and all. */
function From({ open, field }: { readonly open: OpenArticle; readonly field: keyof Article | 'publisher' }) {
  const observed = open.metadata.filter((one) => one.field === field);
  if (observed.length === 0) return null;
  return (
    <>
      {observed.map((one) => (
        <span key={one.id} className={css.from}>
          <span data-tip={provenanceDetail(one)}>{provenanceWords(one)}</span>: <bdi>{one.value}</bdi>
        </span>
      ))}
    </>
  );
}

function Grades({ caseId, open, editor }: Omit<Props, 'version'> & { readonly editor: ArticleEditor }) {
  const { workspace, notices } = useServices();
  const { article, source, caseArticle, sourceGrade } = open;
  const warn = (error: unknown) => notices.warn(toPayload(error).message);
  return (
    <>
      {source && (
        <Select
          label="Source grade"
          value={sourceGrade ?? ''}
          lines={[
            ...(sourceGrade ? [] : [{ value: '' as const, words: 'not assessed' }]),
            ...reliabilitySchema.options.map((value) => ({ value, words: RELIABILITY[value] })),
          ]}
          onChange={(grade) => {
            if (grade !== '') workspace.sources.grade(caseId, source.id, grade, '').catch(warn);
          }}
        />
      )}
      {caseArticle && (
        <Select
          label="Information grade"
          value={caseArticle.grade?.toString() ?? ''}
          lines={[
            { value: '', words: 'not assessed' },
            ...Object.entries(CREDIBILITY).map(([value, words]) => ({ value, words })),
          ]}
          onChange={(value) => {
            const grade = value === '' ? null : (Number(value) as InformationGrade);
            editor.editInCase(caseArticle, { grade }, `Grade the information of "${article.title}"`).catch(warn);
          }}
        />
      )}
    </>
  );
}
