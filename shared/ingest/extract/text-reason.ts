import type { Fold } from '#shared/domain/text-version.ts';

type Reason = Fold['reason'];

/** A pattern counts only in blocks of so many code units at most: a longer one tells of such things, it is none. */
type Rule = readonly [reason: Reason, longest: number, pattern: RegExp];

/**
 * Words that are never an article's own, whatever the markup: they stand at the beginning of a block, or are all of it.
 * The surest first.
 */
const RULES: readonly Rule[] = [
  [
    'disclaimer',
    700,
    /^(?:copyright\b|©|\(c\)\s*(?:copyright|\d{4})|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены|جميع الحقوق محفوظة|tüm hakları saklıdır|版权所有|無断転載)/iu,
  ],
  [
    'disclaimer',
    900,
    /^(?:disclaimer\b|the (?:views|opinions) expressed (?:in|by|here)|the (?:contents?|statements) of this article (?:are|is) (?:of )?the sole responsibility|[\p{L} ]{2,60} (?:is|are|will) not (?:be )?responsible for any inaccurate|[\p{L} ]{2,60} grants permission to (?:cross-?post|re-?post)|for publication of .{2,60} articles in print|[\p{L} ]{2,60} contains copyrighted material|this (?:article|material|content) may not be (?:published|reproduced|republished))/iu,
  ],
  [
    'appeal',
    600,
    /^(?:(?:please )?(?:donate|support (?:us|our (?:work|journalism)))\b|(?:subscribe|sign up) (?:now|today|here|to|for)\b|note to readers\b|(?:click|press) here to (?:donate|subscribe|become)|to become a member\b|become a (?:member|patron|supporter)|spenden sie\b|jetzt (?:spenden|abonnieren|unterstützen)|unterstützen sie (?:uns|unsere)|abonnez-vous|faites un don|soutenez[- ]|suscr[ií]b[ae]|d[oó]na(?: |ahora)|подпишитесь|поддержите|اشترك(?: الآن| في)|تبرع)/iu,
  ],
  [
    'sharing',
    400,
    /^(?:share (?:this|on|the|via)\b|share$|follow us\b|please (?:click the )?share|(?:please )?forward this article|diesen artikel teilen|teilen$|partager$|compartir$|поделиться|شارك(?: على)?$|tweet$|(?:facebook|twitter|whatsapp|telegram|e-?mail|reddit|linkedin|pinterest)(?:[\s|•,·]+(?:facebook|twitter|whatsapp|telegram|e-?mail|reddit|linkedin|pinterest|print))*$)/iu,
  ],
  [
    'related',
    400,
    /^(?:(?:read|see|watch|listen)(?: also| more| next| too)\s*[:：>]|(?:also|further) (?:read|reading)\b|related (?:articles?|stories|content|posts|topics)|more (?:on|from) this (?:story|topic)|recommended (?:for you|stories|articles)|you (?:may|might) also (?:like|be interested)|(?:watch|see|view) (?:the )?(?:video|gallery|photos|pictures)(?: here| below| above)?[\s:.!]*$|click here to (?:read|watch|listen|see)|lesen sie (?:auch|mehr|dazu)|mehr zum thema|auch interessant|das könnte sie auch interessieren|lire aussi|à lire aussi|voir aussi|sur le même sujet|lea también|leggi anche|читайте также|смотрите также|اقرأ أيضا|اقرأ المزيد|ilgili haber|相关(?:阅读|新闻)|関連記事)/iu,
  ],
  [
    'comments',
    120,
    /^(?:leave a (?:comment|reply)|\d+ (?:comments?|kommentare?|commentaires?|comentarios)$|comments? (?:are )?closed|join the (?:conversation|discussion)|kommentar (?:schreiben|verfassen)|(?:comments?|kommentare?|commentaires?|comentarios|комментарии|التعليقات)\s*(?:\(\d+\))?$)/iu,
  ],
  [
    'advertisement',
    80,
    /^(?:advertisements?|advertising|anzeige|werbung|publicité|publicidad|pubblicità|реклама|إعلان|reklam|広告|广告|article continues (?:below|after).{0,40})$/iu,
  ],
];

/** Why a block is no part of an article, by its words alone; null where they do not tell. */
export function textReason(words: string): Reason | null {
  const plain = words.replace(/^[\s*_>#•·–—-]+/u, '');
  return RULES.find(([, longest, pattern]) => plain.length <= longest && pattern.test(plain))?.[0] ?? null;
}
