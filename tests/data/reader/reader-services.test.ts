import { describe, expect, it } from 'vitest';
import type { Workspace } from '#renderer/data/workspace.ts';
import { readEntityCard } from '#renderer/services/entities/entity-card.ts';
import { readEventCard } from '#renderer/services/events/event-card.ts';
import { EventEditor, type Evidence } from '#renderer/services/events-editing/event-editor.ts';
import { type EventForm, formOf, pathOf } from '#renderer/services/events-editing/event-form.ts';
import { ArticleEditor } from '#renderer/services/reader/article-editor.ts';
import { readMarks } from '#renderer/services/reader/read-marks.ts';
import { verifyCapture } from '#renderer/services/reader/verify-capture.ts';
import { Tagging } from '#renderer/services/tagging/tagging.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import { importSamples } from '#tests/support/filled-case.ts';
import { sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

const TEXT = 'Shells hit the market of Tell Tamr, killing at least five people. The army denied it.';

async function openDesk() {
  const workspace = await testWorkspace();
  await workspace.people.setName('N. Kessar');
  const caseId = await workspace.cases.create('Tell Tamr');
  const sample = sampleArticle(TEXT);
  await importSamples(workspace, caseId, [sample]);
  const { id: articleId, textId } = sample.article;
  if (textId === null) throw new Error('a sample has a text');
  const text = { caseId, articleId, textId, text: TEXT };
  const tagging = new Tagging(workspace);
  const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
  return {
    ...{ workspace, caseId, articleId, textId, text, tagging, spanOf },
    mark: (words: string, note = '') => tagging.mark(text, spanOf(words), note),
    marks: () => readMarks(workspace, caseId, articleId, textId),
  };
}

const codeFault = (code: string) => expect.objectContaining({ code });

describe('tagging a passage', () => {
  it('makes passage, entity and the link between them one step that undo takes back whole', async () => {
    const desk = await openDesk();
    await desk.tagging.create(desk.mark('Tell Tamr'), 'Tell Tamr', typeNamed('Place'));

    expect(await desk.marks()).toMatchObject([
      { start: 25, end: 34, quote: 'Tell Tamr', entities: [{ name: 'Tell Tamr', typeName: 'Place', tint: 'place' }] },
    ]);
    expect((await desk.workspace.undoWords(desk.caseId)).undo).toBe('Tag "Tell Tamr" as Place');
    await desk.workspace.undo(desk.caseId);
    expect(await desk.marks()).toEqual([]);
    expect(await desk.workspace.entities.all()).toEqual([]);
  });

  it('remembers what a passage calls a known entity', async () => {
    const desk = await openDesk();
    await desk.tagging.create(desk.mark('Tell Tamr'), 'Tell Tamr', typeNamed('Place'));
    const [place] = await desk.workspace.entities.all();
    if (!place) throw new Error('no place');
    await desk.tagging.link(desk.mark('the market'), place.id);

    const [linked] = await desk.workspace.entities.named('THE MARKET');
    expect(linked?.id).toBe(place.id);
    expect((await desk.marks()).map(({ entities }) => entities[0]?.name)).toEqual(['Tell Tamr', 'Tell Tamr']);
  });

  it('shows a merged entity as what it was merged into', async () => {
    const desk = await openDesk();
    await desk.tagging.create(desk.mark('Tell Tamr'), 'Tell Tamr', typeNamed('Place'));
    await desk.tagging.create(desk.mark('market'), 'Town market', typeNamed('Site'));
    const all = await desk.workspace.entities.all();
    const named = (name: string) => all.find((entity) => entity.name === name)?.id;
    const [kept, dropped] = [named('Tell Tamr'), named('Town market')];
    if (!kept || !dropped) throw new Error('two entities');
    await desk.workspace.entities.merge(desk.caseId, kept, dropped);

    expect((await desk.marks()).map(({ entities }) => entities[0]?.entityId)).toEqual([kept, kept]);
  });

  it('resizes a passage and keeps for ever how it was made', async () => {
    const desk = await openDesk();
    await desk.tagging.create(desk.mark('Tamr'), 'Tell Tamr', typeNamed('Place'));
    const [mark] = await desk.marks();
    if (!mark) throw new Error('no mark');
    await desk.tagging.resize(desk.text, mark, desk.spanOf('Tell Tamr'));

    const highlight = await desk.workspace.highlights.get(mark.id);
    expect(highlight?.made.quote).toBe('Tamr');
    expect(highlight?.now).toMatchObject({ start: 25, end: 34, how: 'by-hand' });
  });

  it('calls a resized passage by the words at which it stands now, and each step by what it changed', async () => {
    const desk = await openDesk();
    await desk.tagging.create(desk.mark('Tamr'), 'Tell Tamr', typeNamed('Place'));
    const resizeTo = async (words: string) => {
      const [mark] = await desk.marks();
      if (!mark) throw new Error('no mark');
      await desk.tagging.resize(desk.text, mark, desk.spanOf(words));
    };
    await resizeTo('Tell Tamr');
    await resizeTo('market of Tell Tamr');

    const [mark] = await desk.marks();
    expect(mark?.quote).toBe('market of Tell Tamr');
    expect((await desk.workspace.undoWords(desk.caseId)).undo).toBe(
      'Mark "market of Tell Tamr" instead of "Tell Tamr"',
    );
    const place = mark?.entities[0]?.entityId;
    const card = place ? await readEntityCard(desk.workspace, desk.caseId, place) : null;
    expect(card?.mentions[0]).toMatchObject({
      before: 'Shells hit the ',
      quote: 'market of Tell Tamr',
      after: ', killing at least five people. …',
    });
    await desk.workspace.undo(desk.caseId);
    expect((await desk.marks())[0]?.quote).toBe('Tell Tamr');
  });

  it('tells the second of two windows that resize one passage', async () => {
    const desk = await openDesk();
    await desk.tagging.create(desk.mark('Tamr'), 'Tell Tamr', typeNamed('Place'));
    const [seen] = await desk.marks();
    if (!seen) throw new Error('no mark');
    await desk.tagging.resize(desk.text, seen, desk.spanOf('Tell Tamr'));

    await expect(desk.tagging.resize(desk.text, seen, desk.spanOf('of Tell Tamr'))).rejects.toEqual(
      codeFault('conflict'),
    );
    expect((await desk.marks())[0]).toMatchObject(desk.spanOf('Tell Tamr'));
  });

  it('tells the second of two windows that change one note or one link', async () => {
    const desk = await openDesk();
    const noted = desk.mark('market', 'Which one?');
    await desk.tagging.note(noted);
    await desk.tagging.changeNote(desk.caseId, noted.id, 'Which one?', 'The covered one.');
    await expect(desk.tagging.changeNote(desk.caseId, noted.id, 'Which one?', 'The old one.')).rejects.toEqual(
      codeFault('conflict'),
    );

    await desk.tagging.create(desk.mark('army'), 'Army', typeNamed('State body'));
    const linked = (await desk.marks()).find(({ quote }) => quote === 'army')?.entities[0];
    if (!linked?.mentionId || !linked.entityId) throw new Error('no link');
    const from = { mentionId: linked.mentionId, before: linked.entityId };
    const other = desk.workspace.entities.draft('Militia', typeNamed('Armed group'));
    await desk.tagging.relink(desk.caseId, from, other, true);
    const third = desk.workspace.entities.draft('Police', typeNamed('State body'));
    await expect(desk.tagging.relink(desk.caseId, from, third, true)).rejects.toEqual(codeFault('conflict'));
    expect((await desk.workspace.entities.all()).map(({ name }) => name).sort()).toEqual(['Army', 'Militia']);
  });

  it('removes a mark with its link alone, and undo brings both back', async () => {
    const desk = await openDesk();
    await desk.tagging.create(desk.mark('Tell Tamr'), 'Tell Tamr', typeNamed('Place'));
    const before = await desk.marks();
    const [mark] = before;
    if (!mark) throw new Error('no mark');
    await desk.tagging.remove(desk.caseId, mark);
    expect(await desk.marks()).toEqual([]);
    expect(await desk.workspace.entities.all()).toHaveLength(1);

    await desk.workspace.undo(desk.caseId);
    expect(await desk.marks()).toEqual(before);
    await expect(desk.tagging.remove(desk.caseId, { ...mark, id: desk.mark('army').id })).rejects.toEqual(
      codeFault('not-found'),
    );
  });

  it('refuses an empty passage', async () => {
    const desk = await openDesk();

    expect(() => desk.tagging.mark(desk.text, { start: 4, end: 4 })).toThrow(codeFault('span-outside-text'));
  });
});

describe('coding an event from a passage', () => {
  const typed = (workspace: Workspace, form: EventForm, place: { id: string } | null): EventForm => ({
    ...form,
    type: 'shelling',
    date: '14 March 2024',
    place: place && { entityId: place.id as NonNullable<EventForm['place']>['entityId'], name: 'Tell Tamr' },
    counts: { ...form.counts, killed: { ...form.counts.killed, least: '5', id: workspace.events.elementId() } },
  });

  async function coded() {
    const desk = await openDesk();
    const { workspace, caseId } = desk;
    const editor = new EventEditor(workspace);
    const before = workspace.events.draft(caseId, 'clash');
    const place = workspace.entities.draft('Tell Tamr', typeNamed('Place'));
    const form = typed(
      workspace,
      formOf(
        before,
        () => '',
        () => workspace.events.elementId(),
      ),
      place,
    );
    const highlight = desk.mark('killing at least five people');
    const evidence: Evidence = { highlight, field: null, stance: 'asserts', saidBy: [] };
    const save = { form, before, isNew: true, name: 'Shelling', evidence: [evidence], newEntities: [place] };
    const event = await editor.save(save);
    return { ...desk, editor, event, form, highlight, save };
  }

  it('stores event, passage, claims and the place that was named, as one step', async () => {
    const { workspace, caseId, event, form, highlight, marks } = await coded();

    expect(await workspace.events.get(event.id)).toMatchObject({
      type: 'shelling',
      when: '2024-03-14',
      counts: [{ effect: 'killed', min: 5, max: null }],
      status: 'coded',
    });
    const claims = await workspace.claims.ofEvent(event.id);
    expect(new Set(claims.map(({ path }) => path))).toEqual(new Set(['', 'when', 'placeId', pathOf('killed', form)]));
    expect(claims.every(({ highlightIds }) => highlightIds[0] === highlight.id)).toBe(true);
    expect(claims.find(({ path }) => path.startsWith('counts'))?.read).toEqual({ min: 5, max: null });
    expect(event.bases.every(({ follows }) => follows.length === 1)).toBe(true);
    expect((await marks())[0]?.claims.map(({ eventLabel }) => eventLabel)).toEqual(['E1', 'E1', 'E1', 'E1']);

    await workspace.undo(caseId);
    expect([await workspace.events.inCase(caseId), await marks(), await workspace.entities.all()]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('lets each field follow the claim it rests on, until its value is changed by hand', async () => {
    const { workspace, editor, event, form } = await coded();
    const path = pathOf('killed', form);
    expect(event.bases.find((basis) => basis.path === path)).toMatchObject({
      judgement: null,
      follows: [expect.any(String)],
    });

    const again = formOf(
      event,
      () => 'Tell Tamr',
      () => workspace.events.elementId(),
    );
    const changed = { ...again, counts: { ...again.counts, killed: { ...again.counts.killed, least: '9' } } };
    const after = await editor.save({
      form: changed,
      before: event,
      isNew: false,
      name: 'x',
      evidence: [],
      newEntities: [],
    });
    expect(after.bases.find((basis) => basis.path === path)).toEqual({ path, follows: [], judgement: '' });
    expect(after.bases.find((basis) => basis.path === 'when')?.follows).toHaveLength(1);
  });

  it('lets a new event rest on its passage only where that was not denied, and on one mark in several ways', async () => {
    const desk = await coded();
    const { workspace, editor } = desk;
    const before = workspace.events.draft(desk.caseId, 'clash');
    const form = {
      ...formOf(
        before,
        () => '',
        () => workspace.events.elementId(),
      ),
      date: '14 March 2024',
    };
    const counted = { ...form, counts: { ...form.counts, killed: { ...form.counts.killed, least: '5' } } };
    const passage = { highlight: desk.mark('The army denied it'), stance: 'asserts', saidBy: [] } as const;
    const made = await editor.save({
      form: counted,
      before,
      isNew: true,
      name: 'x',
      evidence: [
        { ...passage, field: null },
        { ...passage, stance: 'denies', field: 'killed' },
      ],
      spared: ['when', 'killed'],
      newEntities: [],
    });
    const claims = await workspace.claims.ofEvent(made.id);
    expect(claims.map(({ path, stance }) => [path, stance]).sort()).toEqual([
      ['', 'asserts'],
      [pathOf('killed', counted), 'denies'],
    ]);
    expect(new Set(claims.flatMap(({ highlightIds }) => highlightIds)).size).toBe(1);
    expect(made.bases).toEqual([]);
  });

  it('adds a passage to one field, changes its stance and who says it, and takes it away', async () => {
    const desk = await coded();
    const { workspace, caseId, editor, event, form } = desk;
    const denial: Evidence = {
      highlight: desk.mark('The army denied it'),
      field: 'killed',
      stance: 'asserts',
      saidBy: [],
    };
    await editor.addEvidence(event, form, 'Shelling', denial);
    const claimOf = async () =>
      (await workspace.claims.ofEvent(event.id)).find(({ stated }) => stated === 'The army denied it');
    const claim = await claimOf();
    if (!claim) throw new Error('no claim');
    expect(claim).toMatchObject({ path: pathOf('killed', form), stance: 'asserts', read: null });

    const speaker = { sourceId: null, entityId: null, words: 'the army', leaning: null };
    await editor.changeClaim(claim, { stance: 'denies', saidBy: [speaker] });
    expect(await claimOf()).toMatchObject({ stance: 'denies', saidBy: [{ words: 'the army' }] });
    expect((await workspace.undoWords(caseId)).undo).toBe('"The army denied it" denies it, no longer asserts it');
    await expect(editor.changeClaim(claim, { stance: 'mentions' })).rejects.toEqual(codeFault('conflict'));

    const denied = await claimOf();
    if (!denied) throw new Error('no claim');
    const [type] = generalCodebook.entityTypes;
    if (!type) throw new Error('no type');
    const spokesman = workspace.entities.draft('Idris Vantor', type);
    const named = { ...speaker, entityId: spokesman.id };
    await editor.changeClaim(denied, { saidBy: [named] }, spokesman);
    expect((await workspace.undoWords(caseId)).undo).toBe('"The army denied it" is said by Idris Vantor');
    expect(await workspace.entities.get(spokesman.id)).toMatchObject({ name: 'Idris Vantor' });
    await workspace.undo(caseId);
    expect(await workspace.entities.get(spokesman.id)).toBeUndefined();

    await editor.removeClaim(caseId, claim.id);
    expect(await claimOf()).toBeUndefined();
    expect((await workspace.undoWords(caseId)).undo).toBe('Take "The army denied it" away from an event');
    await expect(editor.removeClaim(caseId, claim.id)).rejects.toEqual(codeFault('not-found'));
  });

  it('lets claims quote their passage anew when it is resized, and undo gives them the old words', async () => {
    const desk = await coded();
    const { workspace, caseId, editor, event, form } = desk;
    const other = { highlight: desk.mark('The army denied it'), field: 'killed' as const, saidBy: [] };
    await editor.addEvidence(event, form, 'Shelling', { ...other, stance: 'denies' });
    const [mark] = await desk.marks();
    if (!mark) throw new Error('no mark');
    await desk.tagging.resize(desk.text, mark, desk.spanOf('at least five people'));

    const quoted = async () => new Set((await workspace.claims.ofEvent(event.id)).map(({ stated }) => stated));
    expect(await quoted()).toEqual(new Set(['at least five people', 'The army denied it']));
    const card = await readEventCard(workspace, caseId, event.id);
    const shown = card?.fields.flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
    expect(new Set(shown)).toEqual(new Set(['at least five people', 'The army denied it']));
    expect((await workspace.highlights.get(mark.id))?.made.quote).toBe('killing at least five people');

    await workspace.undo(caseId);
    expect(await quoted()).toEqual(new Set(['killing at least five people', 'The army denied it']));
  });

  it('tells the second of two windows that change one field, and keeps changes of others', async () => {
    const { workspace, editor, event } = await coded();
    const edit = (fields: Partial<EventForm>) => ({
      form: {
        ...formOf(
          event,
          () => 'Tell Tamr',
          () => workspace.events.elementId(),
        ),
        ...fields,
      },
      ...{ before: event, isNew: false, name: 'x', evidence: [], newEntities: [] },
    });
    await editor.save(edit({ note: 'First window.' }));

    await expect(editor.save(edit({ note: 'Second window.' }))).rejects.toEqual(codeFault('conflict'));
    await editor.save(edit({ title: 'Market' }));
    expect(await workspace.events.get(event.id)).toMatchObject({ note: 'First window.', title: 'Market' });
  });
});

describe('editing an article', () => {
  it('stores a field and tells the second of two windows', async () => {
    const { workspace, caseId, articleId } = await openDesk();
    const editor = new ArticleEditor(workspace);
    const shown = await workspace.articles.get(articleId);
    if (!shown) throw new Error('no article');
    await editor.edit(caseId, shown, { section: 'World' });

    await expect(editor.edit(caseId, shown, { section: 'Local' })).rejects.toEqual(codeFault('conflict'));
    await editor.edit(caseId, shown, { language: 'ar' });
    expect(await workspace.articles.get(articleId)).toMatchObject({ section: 'World', language: 'ar' });
    expect((await workspace.undoWords(caseId)).undo).toMatch(/^Edit the language of "/);
  });

  it('finds a publisher by its name or makes one, in one step', async () => {
    const { workspace, caseId, articleId } = await openDesk();
    const editor = new ArticleEditor(workspace);
    const shown = async () => {
      const article = await workspace.articles.get(articleId);
      if (!article) throw new Error('no article');
      return article;
    };
    await editor.setPublisher(caseId, await shown(), 'Corvane Wire');
    await workspace.undo(caseId);
    expect(await workspace.sources.all()).toEqual([]);
    await workspace.redo(caseId);

    await editor.setPublisher(caseId, await shown(), '');
    await editor.setPublisher(caseId, await shown(), 'CORVANE wire');
    const [source, ...others] = await workspace.sources.all();
    expect(others).toEqual([]);
    expect((await shown()).sourceId).toBe(source?.id);
  });

  it('says which grade stays behind with the publisher that an article had before', async () => {
    const { workspace, caseId, articleId } = await openDesk();
    const editor = new ArticleEditor(workspace);
    const shown = async () => {
      const article = await workspace.articles.get(articleId);
      if (!article) throw new Error('no article');
      return article;
    };
    expect(await editor.setPublisher(caseId, await shown(), 'Corvane Wire')).toBeNull();
    const { sourceId } = await shown();
    if (!sourceId) throw new Error('no source');
    await workspace.sources.grade(caseId, sourceId, 'B', 'Names its reporters.');

    expect(await editor.setPublisher(caseId, await shown(), 'Corvane Wire (A)')).toBe('B');
    expect(await editor.setPublisher(caseId, await shown(), 'Corvane Wire')).toBeNull();
    expect(await editor.setPublisher(caseId, await shown(), '')).toBeNull();
  });

  it('knows bytes that are whole from bytes that were altered', async () => {
    const { workspace, articleId } = await openDesk();
    const { captureId } = (await workspace.articles.get(articleId)) ?? {};
    if (!captureId) throw new Error('no capture');
    expect(await verifyCapture(workspace, captureId)).toBe(true);

    const pack = await workspace.db.bodies.toCollection().first();
    if (!pack) throw new Error('no pack');
    const { body } = (await workspace.db.captures.get(captureId)) ?? {};
    const bytes = pack.bytes.slice();
    const at = body?.offset ?? 0;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await workspace.db.bodies.put({ ...pack, bytes });
    expect(await verifyCapture(workspace, captureId)).toBe(false);
  });
});

describe('the General codebook', () => {
  it('has a key for each of the nine types that the toolbar offers', () => {
    expect(generalCodebook.entityTypes.map(({ key }) => key)).toEqual([...'123456789']);
  });
});
