import fc from 'fast-check';
import type { Workspace } from '#renderer/data/workspace.ts';
import { creation } from '#shared/custody/make-change.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import type { ArticleId, CaseId, ElementId } from '#shared/domain/ids.ts';
import { importSamples } from '#tests/support/filled-case.ts';
import { anchorOf, sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';

const kinds = [
  'import',
  'import',
  'title',
  'tags',
  'note',
  'mark',
  'mention',
  'rename',
  'merge',
  'event',
  'recount',
  'publisher',
  'publisher-name',
  'share',
  'remove',
  'undo',
  'redo',
  'case',
] as const;

/** Something that an analyst does; the number chooses among what is there. */
export type DeskAct = { readonly kind: (typeof kinds)[number]; readonly at: number };

/** Anything that an analyst may do that a search would show. */
export const anyDeskAct: fc.Arbitrary<DeskAct> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.nat(40),
});

const TEXTS = [
  'Shells hit the market of Tell Tamr. Five people died.',
  'The ministry denies that Tell Tamr was hit.',
  'قصف السوق في تل تمر',
  'Обстрел рынка в Тель-Тамре. Ёлка сгорела.',
  '北京大学 market',
];
const WORDS = ['market', 'Tamr', 'shells', 'السوق', 'ёлка'];

/** An analyst who does as acts say, with what is there; what the store refuses is left undone. */
export class ActingDesk {
  readonly workspace: Workspace;
  private cases: CaseId[];
  private made = 0;

  constructor(workspace: Workspace, caseId: CaseId) {
    this.workspace = workspace;
    this.cases = [caseId];
  }

  async perform({ kind, at }: DeskAct): Promise<void> {
    const caseId = pick(this.cases, at);
    if (kind === 'import') return this.import(caseId, at);
    if (kind === 'case') {
      this.cases.push(await this.workspace.cases.create(`Case ${this.cases.length}`));
      return;
    }
    // undoing what others have built upon is refused, and nothing has changed then
    if (kind === 'undo') return void (await this.workspace.undo(caseId).catch(() => null));
    if (kind === 'redo') return void (await this.workspace.redo(caseId).catch(() => null));
    const ids = await this.workspace.articles.idsInCase(caseId);
    if (ids.length > 0) await this.work(kind, caseId, pick(ids, at), at);
  }

  private async import(caseId: CaseId, at: number): Promise<void> {
    const text = `${pick(TEXTS, at)} ${pick(WORDS, at + 1)} ${this.made++}`;
    await importSamples(this.workspace, caseId, [sampleArticle(text, { byline: [`Reporter ${at % 3}`] })]);
  }

  private async work(kind: DeskAct['kind'], caseId: CaseId, articleId: ArticleId, at: number): Promise<void> {
    const { articles, bin, sources } = this.workspace;
    switch (kind) {
      case 'title':
        return articles.edit(caseId, articleId, {
          title: `${pick(WORDS, at)} anew`,
          published: `2024-0${1 + (at % 9)}`,
        });
      case 'tags':
        return articles.editInCase(caseId, [articleId], 'Tag', () => ({ tags: [pick(WORDS, at)], status: 'done' }));
      case 'note':
        return articles.editInCase(caseId, [articleId], 'Note', () => ({ note: `Compare ${pick(WORDS, at)}` }));
      case 'publisher': {
        const sourceId = await sources.create(caseId, `Northline ${at % 4}`);
        return articles.edit(caseId, articleId, { sourceId });
      }
      case 'publisher-name': {
        const [source] = await sources.all();
        return source && sources.edit(caseId, source.id, { name: `Courier ${at}` });
      }
      case 'share':
        return articles.addToCase(pick(this.cases, at + 1), [articleId]);
      case 'remove':
        // what is marked is refused
        return void (await bin
          .remove(caseId, [{ table: 'caseArticles', id: `${caseId}/${articleId}` }], 'Remove')
          .catch(() => null));
      default:
        return this.code(kind, caseId, articleId, at);
    }
  }

  private async code(kind: DeskAct['kind'], caseId: CaseId, articleId: ArticleId, at: number): Promise<void> {
    const { entities, events } = this.workspace;
    const all = await entities.all();
    const [kept, dropped] = all.filter(({ mergedInto }) => mergedInto === null);
    if (kind === 'rename') return kept && entities.edit(caseId, kept.id, { name: `Name ${pick(WORDS, at)}` });
    if (kind === 'merge') return kept && dropped && entities.merge(caseId, kept.id, dropped.id);
    if (kind === 'recount') {
      const [event] = await events.inCase(caseId);
      const min = at % 9;
      const count = { id: '018f0000-0000-7000-8000-000000000001' as ElementId, effect: 'killed' as const };
      return (
        event && events.change(event, { ...event, counts: [{ ...count, whom: null, min, max: null, words: '' }] }, 'it')
      );
    }
    return this.markIn(kind, caseId, articleId, at);
  }

  private async markIn(kind: DeskAct['kind'], caseId: CaseId, articleId: ArticleId, at: number): Promise<void> {
    const { articles, highlights, entities, events, claims } = this.workspace;
    const article = await articles.get(articleId);
    if (!article?.textId) return;
    const { text } = await articles.text(article.textId);
    const anchor = anchorOf(text, article.textId, text.slice(0, 3 + (at % 5)));
    if (kind === 'mark') return void (await highlights.addNote(caseId, articleId, anchor, `Look: ${pick(WORDS, at)}`));
    const highlight = highlights.draft(caseId, articleId, anchor);
    if (kind === 'mention') {
      const known = (await entities.all())[at % 3];
      if (known) return entities.tag(highlight, known.id);
      return void (await entities.tagAsNew(highlight, `Tamr ${at}`, typeNamed('Place')));
    }
    const type = pick(generalCodebook.eventTypes, at).id;
    const event = { ...events.draft(caseId, type), title: `Event of ${pick(WORDS, at)}` };
    await events.create(event, event.title, [
      creation('highlights', highlight),
      creation('claims', claims.draft(highlight, event.id)),
    ]);
  }
}

function pick<T>(from: readonly T[], at: number): T {
  const one = from[at % from.length];
  if (one === undefined) throw new RangeError('Nothing to choose from.');
  return one;
}
