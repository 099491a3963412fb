import { z } from 'zod/mini';

/**
 * A calendar date, EDTF level 2, perhaps with time and offset: `2019-11-10~`, `XXXX-11-10`,
 * `2019-11-10T21:30:00+03:00`. Only the alphabet is checked here; whether it can be read is for whoever computes with it.
 *
 * @see https://www.loc.gov/standards/datetime/
 */
export const edtfDateSchema = z.string().check(z.regex(/^[\dXYTZES:+\-~?%./,[\]{}]{3,120}$/));

/** A calendar date as EDTF level 2, perhaps with time and offset. */
export type EdtfDate = z.infer<typeof edtfDateSchema>;
