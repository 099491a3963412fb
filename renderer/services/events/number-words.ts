const ONES = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const ONE = ONES.slice(1, 10).join('|');
const NUMBER = new RegExp(`\\b(?:(${TENS.join('|')})(?:[- ](${ONE}))?|(${ONES.join('|')}))\\b`, 'gi');

/** Writes numbers below a hundred that stand in words as figures: `at least twenty-one` becomes `at least 21`. */
export function withFigures(words: string): string {
  return words.replace(NUMBER, (_, tens?: string, unit?: string, one?: string) => {
    if (tens === undefined) return String(ONES.indexOf((one ?? '').toLowerCase()));
    const units = unit === undefined ? 0 : ONES.indexOf(unit.toLowerCase());
    return String((TENS.indexOf(tens.toLowerCase()) + 2) * 10 + units);
  });
}
