/** What files of a media type are called at their end. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/html/, 'html'],
  [/pdf/, 'pdf'],
  [/wordprocessingml/, 'docx'],
  [/rfc822/, 'eml'],
  [/mhtml|multipart/, 'mhtml'],
  [/warc/, 'warc'],
  [/csv/, 'csv'],
  [/json/, 'json'],
  [/xml/, 'xml'],
  [/markdown/, 'md'],
  [/^text\//, 'txt'],
];

/** A name that every system takes for a capture that is saved: the article's title, and an ending that tells what it is. */
export function originalName(title: string, mediaType: string): string {
  const words = title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const ending = ENDINGS.find(([type]) => type.test(mediaType))?.[1] ?? 'bin';
  return `${words.join('-').slice(0, 80) || 'original'}.${ending}`;
}
