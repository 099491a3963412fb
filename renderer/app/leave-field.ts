/**
 * Leaves the field that has the caret. Fields keep what was typed when they are left, so that closing a window loses none of it.
 *
 * @returns once what the field commits has been begun: whatever reads the store afterwards waits behind it
 */
export function leaveField(): Promise<void> {
  const held = document.activeElement;
  if (held instanceof HTMLElement) held.blur();
  return new Promise((resume) => setTimeout(resume));
}
