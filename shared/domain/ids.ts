import { z } from 'zod/mini';
import type { Brand } from '#shared/kernel/brand.ts';
import { isInstant } from '#shared/kernel/instant.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * A schema of texts of one form whose parsed value is branded; the brand exists in types only.
 *
 * @param isValid - what a regular expression cannot say
 */
export function branded<Name extends string>(
  form: RegExp,
  isValid?: (text: string) => boolean,
): z.ZodMiniType<Brand<string, Name>, string>;
/** The one implementation, without the brand. */
export function branded(form: RegExp, isValid?: (text: string) => boolean): z.ZodMiniType<string, string> {
  const text = z.string().check(z.regex(form));
  return isValid ? text.check(z.refine(isValid)) : text;
}

/** A lower-case hex SHA-256, 64 characters. */
export const hashSchema = branded<'Hash'>(SHA256);
/** A lower-case hex SHA-256, 64 characters. */
export type Hash = Brand<string, 'Hash'>;

/** A moment in UTC with milliseconds. */
export const instantSchema = branded<'Instant'>(INSTANT, isInstant);

export const caseIdSchema = branded<'CaseId'>(UUID);
/** Names a case: UUIDv7. */
export type CaseId = Brand<string, 'CaseId'>;

export const articleIdSchema = branded<'ArticleId'>(UUID);
/** Names an article: UUIDv8 of its capture and its position therein, the same on every machine. */
export type ArticleId = Brand<string, 'ArticleId'>;

export const captureIdSchema = branded<'CaptureId'>(SHA256);
/** Names a capture: the SHA-256 of its bytes. */
export type CaptureId = Brand<string, 'CaptureId'>;

export const textIdSchema = branded<'TextId'>(SHA256);
/** Names one text version: SHA-256 of article id, text, blocks, folds, links, extractor and its version. */
export type TextId = Brand<string, 'TextId'>;

export const acquisitionIdSchema = branded<'AcquisitionId'>(UUID);
/** Names one time that bytes were taken in. */
export type AcquisitionId = Brand<string, 'AcquisitionId'>;

export const metadataIdSchema = branded<'MetadataId'>(UUID);
/** Names one observed value. */
export type MetadataId = Brand<string, 'MetadataId'>;

export const packIdSchema = branded<'PackId'>(UUID);
/** Names a pack of bodies. */
export type PackId = Brand<string, 'PackId'>;

export const sourceIdSchema = branded<'SourceId'>(UUID);
/** Names a publisher. */
export type SourceId = Brand<string, 'SourceId'>;

export const entityIdSchema = branded<'EntityId'>(UUID);
/** Names a person, group, place or thing. */
export type EntityId = Brand<string, 'EntityId'>;

export const relationIdSchema = branded<'RelationId'>(UUID);
/** Names a relation between two entities. */
export type RelationId = Brand<string, 'RelationId'>;

export const codebookIdSchema = branded<'CodebookId'>(UUID);
/** Names one version of a coding scheme. */
export type CodebookId = Brand<string, 'CodebookId'>;

export const decisionIdSchema = branded<'DecisionId'>(UUID);
/** Names a judgement that two things are the same or not. */
export type DecisionId = Brand<string, 'DecisionId'>;

export const personIdSchema = branded<'PersonId'>(UUID);
/** Names a device key and its holder: UUIDv8 of the public key. */
export type PersonId = Brand<string, 'PersonId'>;

export const sourceGradeIdSchema = branded<'SourceGradeId'>(UUID);
/** Names a grade that was given. */
export type SourceGradeId = Brand<string, 'SourceGradeId'>;

export const highlightIdSchema = branded<'HighlightId'>(UUID);
/** Names a marked passage. */
export type HighlightId = Brand<string, 'HighlightId'>;

export const mentionIdSchema = branded<'MentionId'>(UUID);
/** Names the link from passages to an entity or a relation. */
export type MentionId = Brand<string, 'MentionId'>;

export const claimIdSchema = branded<'ClaimId'>(UUID);
/** Names what a source says about a field of an event. */
export type ClaimId = Brand<string, 'ClaimId'>;

export const eventIdSchema = branded<'EventId'>(UUID);
/** Names a coded event. */
export type EventId = Brand<string, 'EventId'>;

export const entityNoteIdSchema = branded<'EntityNoteId'>(UUID);
/** Names an analyst's note on an entity. */
export type EntityNoteId = Brand<string, 'EntityNoteId'>;

export const savedSearchIdSchema = branded<'SavedSearchId'>(UUID);
/** Names a query worth keeping. */
export type SavedSearchId = Brand<string, 'SavedSearchId'>;

export const binIdSchema = branded<'BinId'>(UUID);
/** Names one removal. */
export type BinId = Brand<string, 'BinId'>;

export const importIdSchema = branded<'ImportId'>(UUID);
/** Names one import. */
export type ImportId = Brand<string, 'ImportId'>;

export const outcomeIdSchema = branded<'OutcomeId'>(UUID);
/** Names what became of one file of an import. */
export type OutcomeId = Brand<string, 'OutcomeId'>;

export const mappingIdSchema = branded<'MappingId'>(UUID);
/** Names how the columns of a table map to fields. */
export type MappingId = Brand<string, 'MappingId'>;

export const containerIdSchema = branded<'ContainerId'>(UUID);
/** Names one time that a file of many records was taken in. */
export type ContainerId = Brand<string, 'ContainerId'>;

export const recordListIdSchema = branded<'RecordListId'>(UUID);
/** Names a stretch of the records of a container. */
export type RecordListId = Brand<string, 'RecordListId'>;

export const suggestionIdSchema = branded<'SuggestionId'>(UUID);
/** Names a proposal of the machine. */
export type SuggestionId = Brand<string, 'SuggestionId'>;

export const elementIdSchema = branded<'ElementId'>(UUID);
/** Names an element of a list within a row: a participant, a count. UUIDv7, so that they sort as they were made. */
export type ElementId = Brand<string, 'ElementId'>;

export const groupIdSchema = branded<'GroupId'>(UUID);
/** Names one step of the analyst, which may be many ledger entries. */
export type GroupId = Brand<string, 'GroupId'>;
