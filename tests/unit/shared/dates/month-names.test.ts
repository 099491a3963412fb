import { describe, expect, it } from 'vitest';
import { ENGLISH_MONTHS, withMonthSigns } from '#shared/dates/month-names.ts';
import { fold } from '#shared/text/fold-text.ts';

const LANGUAGES: readonly (readonly [string, string])[] = [
  ['DATES-9 English', 'January February March April May June July August September October November December'],
  ['DATES-9 English, short', 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'],
  ['DATES-9 German', 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'],
  ['DATES-9 French', 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'],
  ['DATES-9 Spanish', 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'],
  ['DATES-9 Turkish', 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'],
  ['DATES-9 Russian', 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'],
  ['DATES-9 Russian, in dates', 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'],
  ['DATES-9 Arabic', 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'],
];

describe('withMonthSigns', () => {
  it.each(LANGUAGES)('knows the months in %s', (_, names) => {
    const signs = names.split(' ').map((name) => withMonthSigns(fold(name)).trim());

    expect(signs).toEqual(Array.from({ length: 12 }, (_name, index) => `m${index + 1}`));
  });

  it('DATES-9 knows the months of the Levant, some of two words', () => {
    const names = [
      'كانون الثاني',
      'شباط',
      'آذار',
      'نيسان',
      'أيار',
      'حزيران',
      'تموز',
      'آب',
      'أيلول',
      'تشرين الأول',
      'تشرين الثاني',
      'كانون الأول',
    ];

    expect(names.map((name) => withMonthSigns(fold(name)).trim())).toEqual(
      Array.from({ length: 12 }, (_name, index) => `m${index + 1}`),
    );
  });

  it('DATES-9 leaves words alone that only begin with a name', () => {
    expect(withMonthSigns('marching mayor decimal')).toBe('marching mayor decimal');
  });

  it('DATES-9 takes the dot of a short name', () => {
    expect(withMonthSigns('10 nov. 2019').replace(/\s+/g, ' ')).toBe('10 m11 2019');
  });
});

it('DATES-8 has English names for prose', () => {
  expect([ENGLISH_MONTHS.length, ENGLISH_MONTHS[0], ENGLISH_MONTHS[11]]).toEqual([12, 'January', 'December']);
});
