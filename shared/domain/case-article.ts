import { z } from 'zod/mini';
import { articleIdSchema, caseIdSchema, instantSchema } from './ids.ts';

/** How far the work on an article is. */
export const articleStatusSchema = z.enum(['inbox', 'in-progress', 'done', 'set-aside']);

/** How far the work on an article is. */
export type ArticleStatus = z.infer<typeof articleStatusSchema>;

/** Every status in the order of work. */
export const articleStatuses: readonly ArticleStatus[] = articleStatusSchema.options;

/** Admiralty grade of a piece of information: 1 confirmed to 5 improbable, 6 cannot be judged. */
export const informationGradeSchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
]);

/** Admiralty grade of a piece of information, 1 to 6. */
export type InformationGrade = z.infer<typeof informationGradeSchema>;

/** An article in a case. */
export const caseArticleSchema = z.strictObject({
  caseId: caseIdSchema,
  articleId: articleIdSchema,
  status: articleStatusSchema,
  /** A set. */
  tags: z.array(z.string().check(z.minLength(1))),
  grade: z.nullable(informationGradeSchema),
  note: z.string(),
  added: instantSchema,
});

/** An article in a case. */
export type CaseArticle = z.infer<typeof caseArticleSchema>;
