/** Lengths and counts as they are weighed: twice as many is one step more. */
export const logOf = (n: number) => Math.log2(1 + n);

/** A part of a whole, 0 to 1; 0 of nothing. */
export const shareOf = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
