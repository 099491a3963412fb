/** What of a keyboard event tells keys apart. */
export type KeyStroke = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process']);

/**
 * One press as commands write it: `g`, `Mod+Shift+Z`, `?`, `Shift+Enter`.
 * On a keyboard set to another script the letter is read from the key's place, so that keys act in Arabic as in English.
 *
 * @returns null for a modifier by itself
 */
export function pressOf(stroke: KeyStroke, isMac: boolean): string | null {
  if (MODIFIERS.has(stroke.key)) return null;
  const name = nameOf(stroke);
  const isHeld = isMac ? stroke.metaKey : stroke.ctrlKey;
  const other = isMac ? stroke.ctrlKey : stroke.metaKey;
  // The sign itself says that Shift was held, "?" as well as "A"; only keys without a sign name it.
  const namesShift = stroke.shiftKey && (name.length > 1 || /^[a-z]$/i.test(name));
  const parts = [isHeld && 'Mod', other && 'Meta', stroke.altKey && 'Alt', namesShift && 'Shift'].filter(Boolean);
  const isLetter = /^[a-z]$/i.test(name);
  return [...parts, isLetter ? (parts.length > 0 ? name.toUpperCase() : name.toLowerCase()) : name].join('+');
}

function nameOf({ key, code }: KeyStroke): string {
  if (key === ' ') return 'Space';
  const isForeignLetter = key.length <= 2 && /\p{L}/u.test(key) && !/^[a-z]$/i.test(key);
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  return isForeignLetter && place ? place : key;
}

/** Whether a press types into a field, so that a field with the caret keeps it. */
export function isTyping(press: string): boolean {
  return !/^(Mod|Alt|Meta)\+|^(Shift\+)?F\d+$|^Escape$/.test(press);
}
