/**
 * Puts plain words on the clipboard, as part of a key press or a click.
 *
 * @returns false when the browser did not take them
 */
export async function copyWords(words: string): Promise<boolean> {
  // The older way needs no permission, which browsers without a window of their own refuse.
  let isTaken = false;
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', words);
    event.preventDefault();
    isTaken = true;
  };
  document.addEventListener('copy', put, { once: true });
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', put);
  if (isDone && isTaken) return true;
  return navigator.clipboard.writeText(words).then(
    () => true,
    () => false,
  );
}
