import { fold } from '#shared/text/fold-text.ts';
import { findTime } from './clock-time.ts';
import { readExpression } from './date-expression.ts';
import { withMonthSigns } from './month-names.ts';
import { isEdtf } from './read-edtf.ts';

/** Longer texts are no dates but sentences. */
const LONGEST = 120;
const SPACED_FIGURES = /(\d)\s*([./])\s*(?=\d)/g;
const ORDINAL = /(\d)(?:st|nd|rd|th|er|ere|eme|º|ª|°)(?!\p{L})/gu;
const YEAR_UNKNOWN =
  /,?\s*(?:(?:the )?year (?:is )?(?:unknown|not known|not stated)|(?:of )?(?:an )?unknown year|annee inconnue|jahr unbekannt|ano desconocido|год неизвестен)/u;
const NOISE =
  /(?<![\p{L}\p{N}])(?:the|on|of|in|sometime|some time|de|del|le|la|el|den|dem|der|am|im|vom|du|от|в|во|г|год|года|году|yil|yili|tarihinde|يوم|عام|سنه|في|من|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo)(?![\p{L}\p{N}])\.?/gu;
const ABOUT =
  /^(?:or about|or around|or near|about|around|circa|ca|c|approximately|approx|roughly|~|vers|environ|gegen|etwa|um|hacia|около|yaklasik|نحو|حوالي)(?![\p{L}])\.?\s*|\s*~$/u;
/** `night of 12/13 March`: a night is named by the two days between which it lies. */
const NIGHT = /^(?:overnight|night) (?:from |between )?(\d{1,2}(?: m\d+)?)(?: ?[/-] ?| to | and )(\d.*)$/u;
const PERHAPS = /^(?:possibly|perhaps|maybe|probably|vielleicht|peut-etre)\s+|\s*\(?\?\)?$/u;
/**
 * Reads a date as people write it: `10 November 2019`, `Nov 10`, `10.11.2019`, `about 14 March 2024`,
 * `14–15 March 2024, 10 November, year unknown`, in English, Arabic, Russian, French, German, Spanish and Turkish, or in
 * EDTF itself.
 *
 * @returns EDTF level 2: one reading; several where it can mean several (`03/04/2024`), for the analyst to choose; none
 *   when it cannot be read. A date without a year stays without one.
 */
export function readDate(words: string): readonly string[] {
  if (words.length > LONGEST) return [];
  const literal = words
    .trim()
    .toUpperCase()
    .replace(/^(\S+) (\d\d:\d\d)/, '$1T$2');
  if (!/^\d{1,3}$/.test(literal) && isEdtf(literal)) return [withWholeTimes(literal)];
  const timed = findTime(fold(words).replace(/\s+/g, ' ').trim());
  if (timed === undefined) return [];
  const { marks, rest } = takeMarks(clean(timed.rest));
  const readings = readExpression(rest);
  const dates = timed.time === null ? readings : readings.filter(isWholeDay).map((date) => date + timed.time);
  // EDTF knows no "about" of an hour, and an analyst who names the hour must not get the day alone: no reading is left.
  return [...new Set(dates.map((date) => mark(date, marks)))].filter(isEdtf);
}

/** Times as the standard has them: with seconds, and a colon in the offset. */
function withWholeTimes(edtf: string): string {
  return edtf
    .replace(/(T\d\d:\d\d)(?!:|\d)/g, '$1:00')
    .replace(/(T[\d:]+[+-]\d\d):?(\d\d)?/g, (_, start: string, minutes = '00') => `${start}:${minutes}`);
}

function clean(words: string): string {
  const noted = withMonthSigns(words.replace(SPACED_FIGURES, '$1$2').replace(YEAR_UNKNOWN, '').replace(ORDINAL, '$1'));
  const bare = noted
    .replace(/(m\d+)\s*\/\s*\1(?!\d)/g, '$1')
    .replace(NOISE, ' ')
    .replace(/(\d)\.(?=\s|-|$)/g, '$1');
  return bare.replace(/[,;]/g, ' ').replace(/\s+/g, ' ').trim().replace(NIGHT, '$1 to $2');
}

function takeMarks(words: string): { marks: string; rest: string } {
  let rest = words;
  let [isAbout, isPerhaps] = [false, false];
  for (let before = ''; before !== rest; ) {
    before = rest;
    isAbout ||= ABOUT.test(rest);
    rest = rest.replace(ABOUT, '').trim();
    isPerhaps ||= PERHAPS.test(rest);
    rest = rest.replace(PERHAPS, '').trim();
  }
  return { marks: isAbout ? (isPerhaps ? '%' : '~') : isPerhaps ? '?' : '', rest };
}

/** A mark belongs to each end of a range and each date of a set. */
function mark(date: string, sign: string): string {
  return date.replace(/[\dX-]{4,}/g, (part) => part + sign);
}

function isWholeDay(date: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(date);
}
