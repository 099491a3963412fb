/** Folded, without their last dot: what is written with a dot and goes on. Not those that often end a sentence ("etc."). */
const GOES_ON: ReadonlySet<string> = new Set(
  [
    // English
    'mr mrs ms messrs dr prof rev hon st mt ft gen lt col maj capt cpt sgt cpl pvt adm brig cmdr gov sen rep pres',
    'det supt insp vs viz cf approx ca dept est fig figs vol vols pp ch sec art eds vers bros e.g i.e',
    'jan feb febr mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun',
    // German, French, Spanish, Italian, Portuguese, Turkish
    'bzw z.b d.h u.a s.o s.u abs nr str hr fr hrn frl geb gest evtl ggf inkl zzgl mio mrd dipl ing okt dez',
    'm mm mme mmes mlle mgr me av env janv fevr avr juil',
    'sr sra srta dra ud uds pag art gral cnel sig dott on sig.ra bay av prof alb',
    // Russian, Ukrainian
    'г гг ул д кв пр пл обл им св т.е т.д т.п т.к напр тыс млн млрд руб ст с п стр рис см ген полк',
  ]
    .join(' ')
    .split(' '),
);

/** Stand before a number; at the end of a sentence otherwise ("No."). */
const BEFORE_NUMBER: ReadonlySet<string> = new Set(['no', 'nos', 'p', 'n', 'num', 'art', 'par', 'lit']);

/** Words that seldom continue a name: after "U.S." they open a sentence. */
const OPENERS: ReadonlySet<string> = new Set(
  'the he she it they we i you in on at a an but and however this that these those there when after as according his her their its if for'.split(
    ' ',
  ),
);

const MONTHS: ReadonlySet<string> = new Set(
  'januar jänner februar märz april mai juni juli august september oktober november dezember'.split(' '),
);

/**
 * Whether a dot only shortens the word before it, so that no sentence ends there.
 *
 * @param before - the word before the dot, lower case, with its inner dots
 * @param isCapital - whether that word is written with a capital
 * @param after - the next word, lower case; '' if there is none
 */
export function isShortening(before: string, isCapital: boolean, after: string): boolean {
  if (GOES_ON.has(before)) return true;
  if (BEFORE_NUMBER.has(before)) return /^\d/.test(after);
  if (/^\d{1,2}$/.test(before)) return MONTHS.has(after);
  if (/^\p{L}(\.\p{L})+$/u.test(before)) return !OPENERS.has(after);
  // An initial: "J. Smith".
  return isCapital && /^\p{L}$/u.test(before) && before !== 'i' && !OPENERS.has(after);
}
