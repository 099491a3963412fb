import { cleanStyle, cleanStyleSheet } from './clean-style.ts';

/** Elements that run, ask for something, or lead elsewhere. They go with all that they hold. */
const DROPPED =
  'script, base, link, meta, title, iframe, frame, frameset, object, embed, applet, portal, fencedframe, param, source, track, audio, video, template, slot, dialog[open], animate, animatetransform, animatemotion, set, discard, use, feimage, foreignobject, mpath, annotation-xml, input, textarea, select, button, keygen, bgsound, noembed, noframes, plaintext, xmp';

/** Dropped with the rest, and not worth a word: what a page says of itself without asking for anything. */
const HARMLESS = 'meta:not([http-equiv]), title, link[rel="canonical"]';

/** Elements whose content stays, without what they do. */
const UNWRAPPED = 'form, noscript';

/** Attributes that only say how something looks or what it is. Every other one goes: nothing new can slip in. */
const KEPT = new Set(
  [
    'abbr align alt axis bgcolor border cellpadding cellspacing char charoff class clear color cols colspan compact coords',
    'datetime dir disabled face frame headers height hidden hspace id lang noshade nowrap open reversed role rows rowspan rules',
    'scope shape size span start style summary title type valign value vspace width wrap xml:lang',
    'clip-path clip-rule cx cy d dominant-baseline dx dy fill fill-opacity fill-rule font-family font-size font-style font-weight',
    'fx fy gradienttransform gradientunits letter-spacing marker-end marker-mid marker-start mask offset opacity patterntransform',
    'patternunits points preserveaspectratio r rotate rx ry spreadmethod stop-color stop-opacity stroke stroke-dasharray',
    'stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor textlength transform',
    'version viewbox x x1 x2 y y1 y2 displaystyle mathvariant scriptlevel columnalign rowalign stretchy',
  ].flatMap((line) => line.split(' ')),
);

/** Pictures that a capture brings within itself. SVG is none of them: it is a document. */
const PICTURE = /^data:image\/(?:png|gif|jpeg|jpg|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)[;,]/i;

/** What was left out of a capture before it was shown. */
export type Omissions = { readonly elements: number; readonly pictures: number };

/**
 * Takes from a parsed page all that runs, asks for something or leads elsewhere. The page has to be inert still: parsed by
 * `DOMParser`, never shown. The frame's own policy forbids the same once more.
 */
export function cleanCapture(page: Document): Omissions {
  const dropped = [...page.querySelectorAll(DROPPED)];
  for (const element of dropped) element.remove();
  for (const element of page.querySelectorAll(UNWRAPPED)) element.replaceWith(...element.childNodes);
  for (const style of page.querySelectorAll('style')) style.textContent = cleanStyleSheet(style.textContent);
  let pictures = 0;
  for (const element of page.querySelectorAll('*')) {
    if (element.localName === 'img' && !PICTURE.test(element.getAttribute('src') ?? '')) pictures += 1;
    cleanAttributes(element);
  }
  return { elements: dropped.filter((element) => !element.matches(HARMLESS)).length, pictures };
}

function cleanAttributes(element: Element): void {
  const address = element.localName === 'a' ? element.getAttribute('href') : null;
  for (const { name, value } of [...element.attributes]) {
    const isPicture = element.localName === 'img' && name === 'src' && PICTURE.test(value);
    if (isPicture) continue;
    if (!KEPT.has(name.toLowerCase()) && !/^aria-[a-z]+$/i.test(name)) element.removeAttribute(name);
    else if (/url\s*\(|\\/i.test(value) && name !== 'style') element.removeAttribute(name);
  }
  const styled = element as Element & Partial<ElementCSSInlineStyle>;
  if (element.hasAttribute('style')) element.setAttribute('style', cleanStyle(styled.style?.cssText ?? ''));
  if (address && !element.hasAttribute('title')) element.setAttribute('title', address);
}
