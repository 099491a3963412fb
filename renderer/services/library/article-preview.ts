import type { Workspace } from '#renderer/data/workspace.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { ArticleId, CaseId, EntityId, EventId } from '#shared/domain/ids.ts';
import type { Block } from '#shared/domain/text-version.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { snapToGraphemes } from '#shared/text/graphemes.ts';

/** An entity that passages of an article name. */
export type KnownEntity = {
  readonly id: EntityId;
  readonly name: string;
  readonly type: { readonly tint: string; readonly icon: string; readonly name: string };
  /** Mentions in this article. */
  readonly mentions: number;
};

/** An event that passages of an article speak of. */
export type KnownEvent = { readonly id: EventId; readonly title: string; readonly when: string | null };

/** What the library shows of an article beside the list. */
export type ArticlePreview = {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly publisher: string;
  readonly byline: string;
  readonly published: string | null;
  readonly language: string | null;
  readonly words: number;
  /** The first paragraphs, each with its direction. */
  readonly excerpt: readonly { readonly text: string; readonly direction: Block['direction'] }[];
  readonly entities: readonly KnownEntity[];
  readonly events: readonly KnownEvent[];
  readonly fileName: string;
  /** As the source of the bytes says; null when it says nothing. */
  readonly capturedAt: string | null;
  readonly importedAt: Instant | null;
  /** How often the same bytes came in. */
  readonly acquisitions: number;
  readonly sha256: string;
};

/** Code units of the excerpt: as much as its place shows. */
const EXCERPT = 700;
/** Entities that are listed: the most often named. */
const MOST_ENTITIES = 6;

/** Reads what stands beside the list; null when the article is gone. */
export async function readPreview(
  workspace: Workspace,
  caseId: CaseId,
  articleId: ArticleId,
): Promise<ArticlePreview | null> {
  const details = await workspace.articles.details(caseId, articleId);
  if (!details) return null;
  const { article, source, capture, acquisitions } = details;
  const first = acquisitions[0];
  return {
    articleId,
    title: article.title,
    publisher: source?.name ?? '',
    byline: article.byline.join(', '),
    published: article.published,
    language: article.language,
    words: article.words,
    excerpt: await readExcerpt(workspace, article.textId),
    entities: await readEntities(workspace, caseId, articleId),
    events: (await workspace.events.inArticle(caseId, articleId)).map(({ id, title, type, when }) => ({
      id,
      title: title || type,
      when,
    })),
    fileName: first?.fileName ?? '',
    capturedAt: first?.capturedAt ?? null,
    importedAt: first?.importedAt ?? null,
    acquisitions: acquisitions.length,
    sha256: capture?.id ?? article.captureId,
  };
}

async function readExcerpt({ articles }: Workspace, textId: Parameters<Workspace['articles']['text']>[0] | null) {
  if (!textId) return [];
  const { version, text } = await articles.text(textId);
  const excerpt: { text: string; direction: Block['direction'] }[] = [];
  let length = 0;
  for (const { kind, start, end, direction } of version.blocks) {
    const isFolded = version.folds.some((fold) => fold.start <= start && end <= fold.end);
    // The title stands above the excerpt; headings say little without what follows them.
    if (isFolded || kind === 'heading') continue;
    if (length >= EXCERPT) break;
    const words = text.slice(start, end);
    excerpt.push({ text: shortenedTo(words, EXCERPT - length), direction });
    length += words.length;
  }
  return excerpt;
}

async function readEntities(workspace: Workspace, caseId: CaseId, articleId: ArticleId): Promise<KnownEntity[]> {
  const linked = await workspace.highlights.linkedInArticle(caseId, articleId);
  const counts = new Map<EntityId, number>();
  for (const { entityId } of linked.flatMap(({ mentions }) => mentions)) {
    if (entityId) counts.set(entityId, (counts.get(entityId) ?? 0) + 1);
  }
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_ENTITIES);
  const entities = await workspace.entities.byIds(most.map(([id]) => id));
  const types = await readTypes(workspace, caseId);
  return entities.map((entity) => ({
    id: entity.id,
    name: entity.name,
    type: types(entity),
    mentions: counts.get(entity.id) ?? 0,
  }));
}

async function readTypes({ cases, codebooks }: Workspace, caseId: CaseId) {
  const row = await cases.get(caseId);
  const codebook = row && (await codebooks.get(row.codebookId));
  return ({ type }: Entity) =>
    codebook?.entityTypes.find(({ id }) => id === type) ?? { tint: 'other', icon: 'cube', name: type };
}

/** Words cut between two of them, with "…" where some are left out; a word too long for the room is cut between its letters. */
export function shortenedTo(words: string, room: number): string {
  if (words.length <= room) return words;
  const cut = words.slice(0, room + 1).replace(/\s+\S*$/u, '');
  const isWhole = cut.length <= room && cut !== '';
  return `${isWhole ? cut : words.slice(0, snapToGraphemes(words, { start: 0, end: room }).end)}…`;
}
