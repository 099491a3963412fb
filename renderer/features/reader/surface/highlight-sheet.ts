import { TINTS } from './categories.ts';

/** Gives the value of a design token: `--ink` → `#1a1c20`. */
export type ReadToken = (name: string) => string;

/**
 * The rules that paint every category, with the colours of the theme that is on. They hold literal values because the
 * oldest engine (Chromium 108) paints nothing where `var()` stands inside `::highlight()`.
 */
export function highlightRules(token: ReadToken): string {
  const line = (style: string, width: number, colour: string, offset: number) =>
    `text-decoration: underline ${style} ${width}px ${token(colour)}; text-underline-offset: ${offset}px;`;
  const filled = (background: string, words: string) =>
    `background-color: ${token(background)}; color: ${token(words)};`;
  const rules: [category: string, body: string][] = [
    ...TINTS.map((tint): [string, string] => [tint, filled(`--${tint}-tint`, `--${tint}-ink`)]),
    ['note', line('solid', 1, '--ink-3', 5)],
    ['evidence-asserts', line('solid', 2, '--evidence', 5)],
    ['evidence-asserts-open', line('solid', 2, '--accent', 5)],
    ['evidence-denies', line('double', 2, '--bad', 5)],
    ['evidence-denies-open', line('double', 2, '--bad', 5)],
    ['active', line('solid', 3, '--ink', 3)],
    ['hit', filled('--hit', '--on-hit')],
    ['hit-current', filled('--accent', '--on-accent')],
    ['selected', filled('--accent', '--on-accent')],
  ];
  return rules.map(([category, body]) => `::highlight(${category}) { ${body} }`).join('\n');
}

/**
 * Adopts the rules into the page and rewrites them when the theme changes.
 *
 * @returns a function that takes them away again
 */
export function adoptHighlightSheet(page: Document): () => void {
  const sheet = new CSSStyleSheet();
  const write = () => {
    const style = getComputedStyle(page.documentElement);
    sheet.replaceSync(highlightRules((name) => style.getPropertyValue(name).trim()));
  };
  write();
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  const observer = new MutationObserver(write);
  observer.observe(page.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  const contrast = matchMedia('(prefers-contrast: more)');
  contrast.addEventListener('change', write);
  return () => {
    observer.disconnect();
    contrast.removeEventListener('change', write);
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  };
}
