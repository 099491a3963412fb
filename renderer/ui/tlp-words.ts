/** A marking of the Traffic Light Protocol: who may see what is marked so. */
export type TlpLevel = 'clear' | 'green' | 'amber' | 'amber+strict' | 'red';

/**
 * Who may see what is marked, in words.
 *
 * @see https://www.first.org/tlp/
 */
export const TLP_WORDS: Readonly<Record<TlpLevel, string>> = {
  clear: 'may be shared freely',
  green: 'for the community',
  amber: 'for the organisation and its clients',
  'amber+strict': 'for the organisation',
  red: 'for named persons only',
};
