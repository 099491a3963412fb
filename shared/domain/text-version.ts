import { z } from 'zod/mini';
import { bodyReferenceSchema } from './body-reference.ts';
import { articleIdSchema, textIdSchema } from './ids.ts';
import { offsetSchema } from './text-span.ts';

/** A block of text: what a reader draws as one paragraph. Blocks are in order and never overlap. */
export const blockSchema = z.strictObject({
  kind: z.enum(['paragraph', 'heading', 'list-item', 'quote', 'preformatted', 'caption', 'table-row']),
  start: offsetSchema,
  end: offsetSchema,
  /** Heading 1-6, depth of a list item or quote from 1; 0 for all else. */
  level: z.int().check(z.nonnegative()),
  direction: z.enum(['ltr', 'rtl']),
});

/** A block of text. */
export type Block = z.infer<typeof blockSchema>;

/** A passage that is kept but hidden at first, and why. */
export const foldSchema = z.strictObject({
  start: offsetSchema,
  end: offsetSchema,
  reason: z.enum(['navigation', 'sharing', 'appeal', 'disclaimer', 'related', 'comments', 'advertisement', 'other']),
});

/** A passage that is kept but hidden at first. */
export type Fold = z.infer<typeof foldSchema>;

/** Words that were a link, and where they led. Shown and copied, never followed. */
export const linkSchema = z.strictObject({ start: offsetSchema, end: offsetSchema, address: z.string() });

/** Words that were a link. */
export type Link = z.infer<typeof linkSchema>;

/** Where a page of the original begins. */
export const pageSchema = z.strictObject({ start: offsetSchema, label: z.string() });

/** Where a page of the original begins. */
export type Page = z.infer<typeof pageSchema>;

/** One immutable text version without its words, which lie in the body. */
export const textVersionSchema = z.strictObject({
  id: textIdSchema,
  articleId: articleIdSchema,
  /** UTF-16 code units of the whole text. */
  length: offsetSchema,
  blocks: z.array(blockSchema),
  folds: z.array(foldSchema),
  links: z.array(linkSchema),
  pages: z.array(pageSchema),
  extractor: z.string(),
  extractorVersion: z.string(),
  /** The text as UTF-8. */
  body: bodyReferenceSchema,
});

/** One immutable text version without its words. */
export type TextVersion = z.infer<typeof textVersionSchema>;
