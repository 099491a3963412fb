/** Says in one line what is being done; on standard error, so that standard output stays for results. */
export function say(words) {
  process.stderr.write(`casewright: ${words}\n`);
}
