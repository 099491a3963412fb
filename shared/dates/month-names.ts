import { fold } from '#shared/text/fold-text.ts';

/** Names of the twelve months, January first, as people write them; folded when looked up. */
const NAMES: readonly string[] = [
  'January Jan Januar Jänner janvier janv enero ene Ocak январь января янв يناير كانون_الثاني جانفي',
  'February Feb Febr Februar Feber février févr fév febrero Şubat февраль февраля фев فبراير شباط فيفري',
  'March Mar März Mär Mrz mars marzo Mart март марта мар مارس آذار',
  'April Apr avril avr abril abr Nisan апрель апреля апр أبريل إبريل نيسان أفريل',
  'May Mai mayo Mayıs май мая مايو أيار ماي',
  'June Jun Juni juin junio Haziran Haz июнь июня июн يونيو حزيران جوان',
  'July Jul Juli juillet juil julio Temmuz Tem июль июля июл يوليو تموز جويلية',
  'August Aug août aout agosto ago Ağustos Ağu август августа авг أغسطس آب أوت',
  'September Sep Sept septembre septiembre setiembre Eylül Eyl сентябрь сентября сен сент سبتمبر أيلول',
  'October Oct Oktober Okt octobre octubre Ekim Eki октябрь октября окт أكتوبر تشرين_الأول',
  'November Nov novembre noviembre Kasım Kas ноябрь ноября ноя нояб نوفمبر تشرين_الثاني',
  'December Dec Dezember Dez décembre déc diciembre dic Aralık Ara декабрь декабря дек ديسمبر كانون_الأول',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [fold(name.replace('_', ' ')), index + 1] as const)),
);

const ANY_NAME = [...MONTHS.keys()].join('|');
const MONTH = new RegExp(`(?<![\\p{L}\\p{M}])(?:${ANY_NAME})(?![\\p{L}\\p{M}])\\.?`, 'gu');

/** The sign that a month's name is replaced by: `m11`. Folded texts of dates have no other word like it. */
export function withMonthSigns(folded: string): string {
  return folded.replace(MONTH, (name) => ` m${MONTHS.get(name.replace(/\.$/, '')) ?? 0} `);
}

/** English, as prose has them; January first. */
export const ENGLISH_MONTHS = NAMES.map((names) => names.split(' ')[0] ?? '');
