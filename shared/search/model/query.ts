import type { TextSpan } from '#shared/kernel/text-span.ts';
import type { CountName, FilterName, SearchField } from './index-document.ts';

/** One written word of a query, as the parts it is looked for by: `O'Neill` is `['o', 'neill']`. */
export type WordParts = {
  /** Folded, in order. */
  readonly parts: readonly string[];
  /** As it was typed. */
  readonly written: string;
  /** `#` or `@` where it was typed before the word: then only the hashtag or handle is meant. */
  readonly sign: '' | '#' | '@';
};

/** What is compared with letters of words: the parts are told apart by how a word may differ. */
export type WordPattern =
  | { readonly kind: 'prefix'; readonly letters: string }
  /** `?` is any letter, `*` any number of letters; folded. */
  | { readonly kind: 'wildcard'; readonly letters: string }
  | { readonly kind: 'fuzzy'; readonly letters: string; readonly edits: 1 | 2 };

/** One place of a phrase: a written word, or a pattern that one word has to fit. */
export type PhraseSlot =
  | { readonly kind: 'word'; readonly word: WordParts }
  | { readonly kind: 'pattern'; readonly pattern: WordPattern; readonly written: string };

/** What can be found at places of a text. */
export type TextNode =
  /** A word is a phrase of one. `isExact` switches folding off. */
  | {
      readonly kind: 'phrase';
      readonly slots: readonly PhraseSlot[];
      readonly fields: readonly SearchField[] | null;
      readonly isExact: boolean;
    }
  /** Any of them. */
  | { readonly kind: 'any'; readonly children: readonly TextNode[] }
  /** Both, with at most so many words between them; `isOrdered`: `left` first. */
  | {
      readonly kind: 'near';
      readonly left: TextNode;
      readonly right: TextNode;
      readonly distance: number;
      readonly isOrdered: boolean;
    };

/** Both ends belong to it; null is open. Days since 1970-01-01 for `published` and `imported`. */
export type NumberRange = { readonly min: number | null; readonly max: number | null };

/** What a range is about. */
export type RangeName = 'published' | 'imported' | 'words' | CountName;

/** A query as it is run. */
export type QueryNode =
  | { readonly kind: 'text'; readonly node: TextNode }
  /** Every word of one value's label is named, in order; `*` and `?` as in words. */
  | {
      readonly kind: 'filter';
      readonly name: FilterName;
      readonly slots: readonly PhraseSlot[];
      readonly written: string;
    }
  | { readonly kind: 'range'; readonly name: RangeName; readonly range: NumberRange; readonly written: string }
  /** Every word of the case's name is named, or its id. */
  | { readonly kind: 'case'; readonly slots: readonly PhraseSlot[]; readonly written: string }
  | { readonly kind: 'and'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly child: QueryNode };

/** Why a part of a query could not be read; offsets in what was typed. */
export type QueryError = TextSpan & { readonly message: string };

/** What was typed, read: the readable part is run whatever the errors say. */
export type ParsedQuery = {
  /** Null when nothing is asked for. */
  readonly root: QueryNode | null;
  readonly errors: readonly QueryError[];
};
