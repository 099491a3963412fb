/** What the reader sends into the frame of the original: a page, or plain words. */
export type OriginalMessage =
  | { readonly kind: 'page'; readonly html: string }
  | { readonly kind: 'words'; readonly text: string };

/** What the frame answers once it stands. */
export type OriginalAnswer = { readonly kind: 'shown'; readonly elements: number; readonly pictures: number };
