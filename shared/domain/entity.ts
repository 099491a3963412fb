import { z } from 'zod/mini';
import { entityIdSchema } from './ids.ts';

/** A name as it was met or given. */
export const entityNameSchema = z.strictObject({
  text: z.string().check(z.minLength(1)),
  /** ISO 15924; null when unknown. */
  script: z.nullable(z.string()),
  from: z.enum(['analyst', 'passage', 'import', 'transliteration', 'acronym']),
});

/** A name as it was met or given. */
export type EntityName = z.infer<typeof entityNameSchema>;

/** What kind of place a point stands for, from the narrowest to the widest. */
export const precisionSchema = z.enum(['exact', 'street', 'district', 'town', 'area', 'region', 'country', 'unknown']);

/** What kind of place a point stands for. */
export type Precision = z.infer<typeof precisionSchema>;

/** Where an entity is: a point and how far off it may be. */
export const geometrySchema = z.strictObject({
  /** Degrees, WGS 84. */
  latitude: z.number().check(z.gte(-90), z.lte(90)),
  /** Degrees, WGS 84. */
  longitude: z.number().check(z.gte(-180), z.lte(180)),
  precision: precisionSchema,
  /** Radius in metres; null when not stated. */
  metres: z.nullable(z.number().check(z.nonnegative())),
});

/** Where an entity is. */
export type Geometry = z.infer<typeof geometrySchema>;

/** A person, group, place or thing. */
export const entitySchema = z.strictObject({
  id: entityIdSchema,
  /** Id of a codebook's entity type: `person`, `armed-group`. */
  type: z.string(),
  /** FollowTheMoney schema of that type. */
  schema: z.string(),
  /** The name that is shown. */
  name: z.string().check(z.minLength(1)),
  /** Every name it goes by, the shown one too. A set by `text`. */
  names: z.array(entityNameSchema),
  /** FollowTheMoney properties. A set by `name`. */
  properties: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  geometry: z.nullable(geometrySchema),
  /** Ids elsewhere: Wikidata, GeoNames. A set by `scheme`. */
  externalIds: z.array(z.strictObject({ scheme: z.string(), value: z.string() })),
  /** The entity it is another name for; readers follow it. */
  mergedInto: z.nullable(entityIdSchema),
});

/** A person, group, place or thing. */
export type Entity = z.infer<typeof entitySchema>;
