declare const brand: unique symbol;

/** A `Base` that only a checked constructor may make, so that ids of two kinds are never mixed up. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
