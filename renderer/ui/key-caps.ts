/** One key press as written on its caps: `['Ctrl', 'K']`. */
export type Caps = readonly string[];

const NAMED: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Space: 'Space',
};

/** Whether this keyboard says Cmd where others say Ctrl. */
export function hasCommandKey(platform: string = navigator.platform): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

/**
 * What stands on the caps of a key, in the order they are pressed. Of several keys for one thing, parted by `, `, the first.
 *
 * @param keys - presses parted by spaces, keys held together joined by `+`, `Mod` for Ctrl or Cmd: `g l`, `Mod+Shift+Z`
 */
export function capsOf(keys: string, isMac: boolean = hasCommandKey()): readonly Caps[] {
  const [first = keys] = keys.split(', ');
  return first.split(' ').map((press) => splitPress(press).map((name) => capOf(name, isMac)));
}

/** A key in words, for tooltips and for `aria-label`: `g l`, `Ctrl Shift Z`. */
export function keyWords(keys: string, isMac: boolean = hasCommandKey()): string {
  return capsOf(keys, isMac)
    .map((caps) => caps.join(' '))
    .join(' ');
}

/** The same key, and others for the same thing, as `aria-keyshortcuts` wants it: `Control+Shift+Z`. */
export function ariaKeys(keys: string, isMac: boolean = hasCommandKey()): string {
  return keys.replaceAll(', ', ' ').replaceAll('Mod', isMac ? 'Meta' : 'Control');
}

/** The names in one press; a trailing plus sign is itself a key. */
export function splitPress(press: string): readonly string[] {
  if (press === '+') return ['+'];
  return press.endsWith('++') ? [...press.slice(0, -2).split('+'), '+'] : press.split('+');
}

function capOf(name: string, isMac: boolean): string {
  if (name === 'Mod') return isMac ? 'Cmd' : 'Ctrl';
  return NAMED[name] ?? name;
}
