/**
 * What names of classes, ids and roles tell of the part of a page that bears them: words that web designers of all
 * countries use. Each is one sign among many; none decides alone.
 */
const CUES = {
  article: /article|story|post(?!ed|er|al)|entry|beitrag|artikel|articulo|noticia|news-?item|blog/,
  body: /body|content|text|copy|main|inhalt|contenido|contenu|paragraph|rich-?text|prose/,
  lead: /lead|intro|teaser-?text|summary|abstract|standfirst|subtitle|sub-?head|dek|kicker|excerpt|vorspann|chapeau|chapo|sapo|deck/,
  comments: /comment|disqus|respond|replies|reply|discussion|kommentar|feedback|review|forum|leserbrief/,
  share: /shar(?:e|ing)|social|facebook|twitter|whatsapp|follow|sns|addthis|like-?button|teilen|instapaper|pocket/,
  related:
    /relat|recommend|more-|-more|read-?more|similar|popular|trending|most-?|also|teaser|further|weitere|mehr|outbrain|taboola|suggest|upnext|up-next|latest|neueste|linklist|link-list|see-?also|promo-?box|cross-?link|onward|rail|carousel|slider|card/,
  promotion:
    /promo|advert|\bad[sv]?\b|[-_]ad[-_]|sponsor|banner|commercial|anzeige|werbung|affiliate|partner|shop|deal|product|donat|support-us|membership/,
  subscribe:
    /subscri|newsletter|paywall|sign-?up|signin|log-?in|register|premium|piano|abo(?:\b|nn|-)|regwall|account|mailing/,
  legal: /copyright|disclaimer|legal|imprint|impressum|terms|privacy|license|licence|rights|correction/,
  navigation:
    /nav|menu|breadcrumb|pagination|pager|header|masthead|topbar|top-bar|toolbar|skip|tabs?\b|index|toc\b|sitemap|langu?age|search/,
  footer: /foot|bottom|colophon|site-?info|after-?(?:post|article|content|entry)/,
  aside:
    /aside|sidebar|side-|widget|complementary|secondary|col-?right|right-?col|box|info-?box|infobox|factbox|fact-box|module/,
  byline: /author|byline|by-line|autor|writer|reporter|bio\b|vcard|profile|contributor|redakt|journalist/,
  date: /date|time|publish|posted|updated|datum|fecha|stamp/,
  meta: /meta|info|detail|tag|categor|topic|label|keyword|rubrik|section-?name|ressort|kicker|eyebrow|dachzeile/,
  picture:
    /caption|image|img|photo|picture|figure|gallery|media|credit|bild|foto|video|player|audio|podcast|slideshow|lightbox|copyright/,
  overlay: /cookie|consent|gdpr|modal|popup|pop-up|overlay|dialog|banner|notice|alert|message|toast|tooltip|warning/,
  tool: /tool|print|button|btn|icon|action|option|control|widget|form|input|rating|vote|counter|poll|quiz/,
  title: /title|headline|heading|überschrift|titel|titulo|titre|\bh1\b/,
  hidden: /hidden|hide|sr-only|screen-?reader|visually|invisible|off-?screen|print-only|collapsed|mobile-only/,
  quote: /quote|zitat|cite|pull|tweet|embed|instagram|blockquote/,
} as const;

/** What a name may hint at. */
export type Cue = keyof typeof CUES;

/** All cues, in the order of their bits. */
export const cueNames = Object.keys(CUES) as readonly Cue[];

const TESTS: readonly RegExp[] = Object.values(CUES);

/** The cues in names, as a set of bits in the order of `cueNames`. */
export function cuesIn(names: string): number {
  if (names === '') return 0;
  const plain = names.toLowerCase();
  let found = 0;
  for (let bit = 0; bit < TESTS.length; bit++) if (TESTS[bit]?.test(plain)) found |= 1 << bit;
  return found;
}
