/** Stands in for `electron` in unit tests: importing the real one in plain Node tries to download a binary. */
export const app = undefined;
