/** The Web Lock that whoever imports holds: while it is free, no import runs in any window. */
export const IMPORT_LOCK = 'casewright-import';
