const TYPED = new Set(['text', 'search', 'number', 'password', 'email', 'url', 'tel', 'date']);

/** Whether a key pressed there belongs to the text that is being written. */
export function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return TYPED.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}
