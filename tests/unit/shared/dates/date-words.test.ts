import { describe, expect, it } from 'vitest';
import { dateInWords } from '#shared/dates/date-words.ts';

describe('dateInWords', () => {
  it.each([
    ['DATES-8 a day', '2024-03-14', '14 March 2024'],
    ['DATES-8 a day with its hour', '2024-03-14T06:40:00', '14 March 2024, 06:40'],
    ['DATES-8 an hour with its zone', '2024-03-14T06:40:00+03:00', '14 March 2024, 06:40 UTC+3'],
    ['DATES-8 an hour with half an hour of zone', '2024-03-14T06:40:00-03:30', '14 March 2024, 06:40 UTC-3:30'],
    ['DATES-8 an hour in UTC', '2024-03-14T06:40:00Z', '14 March 2024, 06:40 UTC'],
    ['DATES-8 no year', 'XXXX-11-10', '10 November, year unknown'],
    ['DATES-8 a month without year', 'XXXX-11', 'November, year unknown'],
    ['DATES-8 about', '2024-03-14~', 'about 14 March 2024'],
    ['DATES-8 perhaps', '2024-03?', 'perhaps March 2024'],
    ['DATES-8 perhaps and about', '2024%', 'perhaps about 2024'],
    ['DATES-8 days of one month', '2024-03-14/2024-03-15', '14–15 March 2024'],
    ['DATES-8 days of two months', '2024-02-28/2024-03-02', '28 February – 2 March 2024'],
    ['DATES-8 days of two years', '2023-12-28/2024-01-02', '28 December 2023 – 2 January 2024'],
    ['DATES-8 ends with marks', '2024-03-14~/2024-03-15', 'about 14 March 2024 – 15 March 2024'],
    ['DATES-8 an open end', '2024-03-14/..', 'from 14 March 2024'],
    ['DATES-8 an unknown end', '2024-03-14/', 'from 14 March 2024, end unknown'],
    ['DATES-8 an open beginning', '../2024-03-14', 'until 14 March 2024'],
    ['DATES-8 alternatives', '[2024-03-14,2024-03-16,2024-03-18]', '14, 16 or 18 March 2024'],
    ['DATES-8 one of a range', '[2024-03-14..2024-03-16]', 'between 14 and 16 March 2024'],
    ['DATES-8 one of a range over two months', '[2024-02-28..2024-03-02]', 'between 28 February and 2 March 2024'],
    ['DATES-8 alternatives of two months', '[2024-02-28,2024-03-02]', '28 February or 2 March 2024'],
    ['DATES-8 alternatives with a mark', '[2024-03-12~,2024-03-13]', 'about 12 March 2024 or 13 March 2024'],
    ['DATES-8 alternatives without a year', '[XXXX-05-03,XXXX-05-04]', '3 or 4 May, year unknown'],
    ['DATES-8 days without a year', 'XXXX-05-03/XXXX-05-05', '3–5 May, year unknown'],
    ['DATES-8 both of two days', '{2024-03-12,2024-03-14}', '12 and 14 March 2024'],
    ['DATES-8 all of a range', '{2024-03-14..2024-03-16}', 'every day of 14–16 March 2024'],
    ['DATES-8 one or any before', '[..2024]', '2024 or before'],
    ['DATES-8 one or any after', '[2024-03..]', 'March 2024 or after'],
    ['DATES-8 a decade', '201X', '2010s'],
    ['DATES-8 a century', '20XX', '2000–2099'],
    ['DATES-8 unknown digits of a day', '2019-11-1X', 'one of the days 10–19 November 2019'],
    ['DATES-8 an unknown day', '2019-11-XX', 'a day in November 2019'],
    ['DATES-8 an unknown month', '2019-XX-10', 'day 10 of an unknown month of 2019'],
    ['DATES-8 unknown digits of a month', '2019-1X', 'one of the months 10–12 of 2019'],
    ['DATES-8 unknown digits of both', '2019-0X-3X', 'one of the days 30–31 of one of the months 1–9 of 2019'],
    ['DATES-8 a season', '2019-23', 'autumn 2019'],
    ['DATES-8 a quarter', '2019-33', 'first quarter of 2019'],
    ['DATES-8 a year before 0', '-0044-03-15', '15 March 45 BC'],
    ['DATES-8 what is no date, as it is', 'soon', 'soon'],
  ])('says %s', (_, edtf, wanted) => {
    expect(dateInWords(edtf)).toBe(wanted);
  });
});
