const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in the unit that suits it, decimal as disks are sold: "41 MB", "1.9 GB". */
export function byteWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${UNITS[unit]}`;
}
