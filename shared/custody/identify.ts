import type { ArticleId, CaptureId, CaseId, PersonId, TextId } from '#shared/domain/ids.ts';
import type { ChainId } from '#shared/domain/ledger.ts';
import type { TextVersion } from '#shared/domain/text-version.ts';
import { uuidV8 } from '#shared/kernel/uuid.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Bytes, sha256Hex } from './sha256.ts';

/** The id of a capture: the SHA-256 of its bytes. */
export function captureIdOf(bytes: Uint8Array): CaptureId {
  return sha256Hex(bytes) as string as CaptureId;
}

/**
 * The id of an article, the same on every machine.
 *
 * @param position - where in the capture: empty for the whole, else as the acquisition has it
 */
export function articleIdOf(captureId: CaptureId, position: string): ArticleId {
  return uuidV8(sha256Bytes(canonicalJson(['article', captureId, position]))) as ArticleId;
}

/** What the id of a text version covers, beside the words. */
export type IdentifiedText = Pick<
  TextVersion,
  'articleId' | 'blocks' | 'folds' | 'links' | 'extractor' | 'extractorVersion'
>;

/** The id of a text version: SHA-256 of article id, text, blocks, folds, links, extractor and its version. */
export function textIdOf(text: string, version: IdentifiedText): TextId {
  const { articleId, blocks, folds, links, extractor, extractorVersion } = version;
  const covered = { articleId, text, blocks, folds, links, extractor, extractorVersion };
  return sha256Hex(canonicalJson(covered)) as string as TextId;
}

/** The id of a person: the same wherever their public key is. */
export function personIdOf(publicKey: string): PersonId {
  return uuidV8(sha256Bytes(canonicalJson(['person', publicKey]))) as PersonId;
}

/** An id that is the same for the same words, for what is known by name alone: a publisher by its domain. */
export function derivedId(kind: string, ...words: readonly string[]): string {
  return uuidV8(sha256Bytes(canonicalJson([kind, ...words])));
}

/** The chain that a person's changes of a case go to; of no case when `caseId` is null. */
export function chainOf(caseId: CaseId | null, personId: PersonId): ChainId {
  return `${caseId ?? 'workspace'}.${personId}` as ChainId;
}

/** Whose chain it is. */
export function personOfChain(chain: ChainId): PersonId {
  return chain.slice(chain.indexOf('.') + 1) as PersonId;
}

/** The case that a chain belongs to; null for what belongs to no case. */
export function caseOfChain(chain: ChainId): CaseId | null {
  const owner = chain.slice(0, chain.indexOf('.'));
  return owner === 'workspace' ? null : (owner as CaseId);
}
