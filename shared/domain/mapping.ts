import { z } from 'zod/mini';
import { mappingIdSchema } from './ids.ts';

/** What a column may hold: a field of the article, its words in one of three forms, or what is said of the capture. */
export const mappedFields = [
  'title',
  'byline',
  'published',
  'modified',
  'url',
  'canonicalUrl',
  'siteName',
  'language',
  'section',
  'keywords',
  'description',
  'text',
  'markdown',
  'html',
  'capturedAt',
] as const;

/** How a table is cut into rows and columns. */
export const tableFormSchema = z.strictObject({
  delimiter: z.string(),
  /** By its name in the Encoding standard. */
  charset: z.string(),
  /** Whether the first row names the columns. */
  hasHeader: z.boolean(),
});

/** How the rows of a table, or the objects of a JSON, become articles: as an analyst chose it. */
export const chosenMappingSchema = z.strictObject({
  fields: z.array(z.strictObject({ column: z.string(), field: z.enum(mappedFields) })),
  /** How a CSV is cut; absent for JSON, or where it is as detected. */
  form: z.optional(tableFormSchema),
});

/** How the rows of a table become articles. */
export type ChosenMapping = z.infer<typeof chosenMappingSchema>;

/** How a CSV or an unknown JSON maps to fields: remembered, for other files of the same columns. */
export const mappingSchema = z.strictObject({
  id: mappingIdSchema,
  name: z.string(),
  /** The columns or paths by which a file is recognised. */
  columns: z.array(z.string()),
  ...chosenMappingSchema.shape,
});

/** How a CSV or an unknown JSON maps to fields. */
export type Mapping = z.infer<typeof mappingSchema>;
