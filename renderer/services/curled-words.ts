/**
 * Words with the quotation marks that the desk is written in. The ledger keeps the plain ones that every keyboard has; a
 * mark without its fellow stays.
 */
export function curled(words: string): string {
  return words.replace(/"([^"]*)"/g, '“$1”');
}
