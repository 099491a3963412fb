/**
 * What words at the edge of an article say in the languages that news sites are most often written in. Each is one sign
 * among others.
 */
const TEXT_CUES = {
  call: /\b(?:read (?:more|also|next|the full)|see also|click here|watch (?:the|here|now|also)|listen to|sign up|subscrib|newsletter|follow us|share th|log ?in|register|download|learn more|find out more|(?:more|mehr) (?:on|from|zum|zu|aus)|lesen sie|auch interessant|hier klicken|abonnieren|jetzt|anmelden|weiterlesen|teilen|lire (?:aussi|la suite)|abonnez|voir aussi|lea (?:también|tambien|más)|suscr[ií]b|comparte|leggi anche|iscriviti|czytaj|zobacz|lees ook|läs (?:mer|också)|devamını|abone)|читайте|подпис|اقرأ|إقرأ|اشترك|تابع|続きを読む|関連記事|相关|登录|구독|관련/iu,
  rights:
    /©|\(c\)\s*\d{4}|copyright|all rights reserved|alle rechte|tous droits|derechos reservados|terms of (?:use|service)|privacy|datenschutz|impressum|cookies?\b|无断|無断|저작권|무단|حقوق|все права|tüm hakları/iu,
  byline:
    /^(?:by|von|par|por|di|da|door|av|af|od|yazan|автор|بقلم|文|取材|기자)\b[\s:]+\p{Lu}|(?:\bstaff\b|reporter|correspondent|redaktion|editor|autor|author|журналист|記者|기자)\b/iu,
  credit:
    /(?:photo|foto|picture|image|bild|credit|photograph|fotograf|quelle|source|imago|getty|reuters|afp|dpa|picture.alliance|shutterstock|istock|unsplash|ap photo|epa|사진|写真|図)\s*[:/©(]|getty images|\/\s*(?:afp|reuters|dpa|epa|ap)\b|^(?:photo|foto|image|bild|credit)\b/iu,
  appeal:
    /\b(?:donat|spende|support (?:us|our)|contribut|become a member|unterstütz|dons?\b|faire un don|membership|buy (?:me|now)|patreon|paypal)/iu,
  date: /\b\d{1,2}[.:/]\s?\d{1,2}|\b(?:19|20)\d\d\b|\b\d+ (?:hours?|days?|minutes?|min|months?|weeks?|years?)\b/u,
  comments: /\b(?:comments?|kommentare?|commentaires?|comentarios|commenti|repl(?:y|ies)|antworten|responses?)\b/iu,
  consent:
    /\bcookies?\b|\bconsent\b|gdpr|ccpa|personal (?:data|information)|opt.?out|your browser|javascript|einwilligung|personenbezogen|datenschutz|données personnelles|datos personales/iu,
  label: /[:：]\s*$/u,
  bar: /[|•·»›→▶]/u,
} as const;

const TESTS: readonly RegExp[] = Object.values(TEXT_CUES);

/** Whether each cue stands in the words, in order, as 0 or 1. */
export function textCues(words: string): number[] {
  // Long blocks hold words of every kind: only how they begin tells.
  const looked = words.length > 300 ? words.slice(0, 300) : words;
  return TESTS.map((test) => (test.test(looked) ? 1 : 0));
}
