/** A time of day found in a text, as EDTF writes it, and the text without it. */
export type FoundTime = { readonly time: string | null; readonly rest: string };

const CLOCK =
  /(?:(?:^|[\s,t])(?:at|um|a las|a|kl|saat|в)?\s*|t)(\d{1,2})(?:[:h]|\.(?=\d{2}\s*(?:[ap]\.?m|uhr)))(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?\s*(?:uhr|hours?|hrs)?\s*\(?(z\b|(?:utc|gmt)?\s*[+-]\s*\d{1,2}(?::?\d{2})?(?!\d)|utc|gmt)?\)?/u;
const HOUR_ONLY = /(?:^|[\s,])(?:at\s+)?(\d{1,2})()()\s*([ap]\.?m\.?)(?!\p{L})\s*(z\b|utc|gmt)?/u;

/**
 * Finds the time of day in the words of a date.
 *
 * @param words - folded
 * @returns undefined when what stands there is no time: `25:10`
 */
export function findTime(words: string): FoundTime | undefined {
  const found = CLOCK.exec(words) ?? HOUR_ONLY.exec(words);
  if (found === null) return { time: null, rest: words };
  const [whole, hours = '', minutes, seconds, half, zone] = found;
  const hour = hourOf(Number(hours), half);
  const offset = offsetOf(zone);
  const clock = `${twoDigits(hour)}:${minutes || '00'}:${seconds || '00'}`;
  if (hour === null || offset === undefined || !/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(clock)) return undefined;
  return {
    time: `T${clock}${offset}`,
    rest: `${words.slice(0, found.index)} ${words.slice(found.index + whole.length)}`,
  };
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.startsWith('p') ? 12 : 0);
}

/** @returns '' when none was stated, undefined when it is none */
function offsetOf(zone: string | undefined): string | undefined {
  if (zone === undefined || zone === '') return '';
  const found = /([+-])\s*(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (found === null) return 'Z';
  const [, sign, hours, minutes = '00'] = found;
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return `${sign}${twoDigits(Number(hours))}:${minutes}`;
}

function twoDigits(number: number | null): string {
  return String(number).padStart(2, '0');
}
