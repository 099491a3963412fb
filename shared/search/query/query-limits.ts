/** UTF-16 code units that are read; what is pasted by mistake is longer. */
export const LONGEST_QUERY = 100_000;
/** Words, phrases and filters that are read: a long list of names fits. */
export const MOST_TERMS = 1000;
/** Parentheses within parentheses; nobody reads more. */
export const DEEPEST = 50;
/** Words between the two sides of `near/`. */
export const FARTHEST = 1000;
/** Mistakes that are named; nobody reads more. */
export const MOST_ERRORS = 20;
