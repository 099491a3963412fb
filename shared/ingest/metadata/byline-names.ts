/** Code units of a name; bylines of thousands are attacks or whole texts. */
const LONGEST_NAME = 80;
const LONGEST_LINE = 400;
const MOST_NAMES = 20;
const MOST_WORDS = 8;

/** What stands before the names in the languages of news. Alone it tells nothing of prose, which has such words too. */
export const bylinePrefix =
  /^(?:(?:(?:written|reported|posted|published|article|articles|story|text|words|reporting|geschrieben|verfasst|veröffentlicht|publié|escrito|scritto)\s*)?(?:by|von|par|por|di|door|av|af|przez|yazan|автор|авторы|بقلم|كتب|كتبت)(?=[\s:：])|(?:author|authors|autor|autoren|autorin|auteur|text|by|von|words|redaktion|文|記者|作者|责任编辑|편집)\s*[:：]|作者|記者|文=|取材・文)\s*[:：]?\s*/iu;
/** What stands behind a name and is none. */
const AFTER =
  /\s*(?:[|•·–—]\s.*|\s-\s.*|,?\s*(?:published|updated|posted|veröffentlicht|aktualisiert|publié|mis à jour|am \d|on \d|\d{1,2}[./:]\d).*|\s+기자(?:\s.*)?|记者|記者|@\S+.*|\(?[\w.+-]+@[\w.-]+\)?.*)$/iu;
const BETWEEN =
  /\s*(?:;|\s\/\s|&amp;|\s&\s|\s+(?:and|und|et|y|e|en|och|og|ve|и|و|with|mit)\s+|、|，|・(?=\p{sc=Hani}))\s*/iu;
const NOT_A_NAME =
  /https?:|www\.|\.(?:html?|php)\b|^[\d\s.,:/+-]*$|^(?:wordpressadmin|link\d+|no author|text|redaktion|publiziert am|posted (?:by|on)|powered by|quelle|source|\p{L}+admin|admin|administrator|editor|author|unknown|none|null|undefined|guest|webmaster|user|autor|by|n\/a)$|[{}<>[\]\\]|©|[→»▸]|\b(?:19|20)\d\d\b|\b(?:anzeigen|profil|profile|alle artikel|comments?|kommentare?|views?|minutes?|read more|subscribe|follow)\b/iu;

/**
 * The names in a byline, in its order: `By Ada Lovelace and Charles Babbage | Reuters` gives two. What follows a bar or a
 * dash (an outlet, a date, a role) is no name.
 */
export function peopleIn(line: string): string[] {
  if (line.length > LONGEST_LINE) return [];
  let rest = line.replace(/\s+/g, ' ').trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(bylinePrefix, '').trim();
  }
  const names = rest.replace(AFTER, '').split(BETWEEN).flatMap(byCommas);
  return [...new Set(names.map((name) => name.replace(AFTER, '').replace(/^[\s,.:–-]+|[\s,:–-]+$/g, '')))]
    .filter(isName)
    .slice(0, MOST_NAMES);
}

/** Names are parted by commas, if each part can be one; `Ada Lovelace, London` and `Lovelace, Ada` stay whole. */
function byCommas(part: string): string[] {
  const pieces = part.split(/\s*[,،]\s*/).filter((piece) => piece !== '');
  const areNames = pieces.length > 1 && pieces.every((piece) => /\S\s+\S/.test(piece) && isName(piece));
  return areNames ? pieces : [part];
}

function isName(name: string): boolean {
  const isShort = name.length > 1 && name.length <= LONGEST_NAME && name.split(' ').length <= MOST_WORDS;
  return isShort && /\p{L}/u.test(name) && !NOT_A_NAME.test(name);
}
