import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Keys } from './Keys.tsx';
import { landmarkOf } from './landmark-of.ts';
import css from './TooltipLayer.module.css';

type Tip = { readonly words: string; readonly keys: string | null; readonly at: DOMRect; readonly host: Element };

/** Milliseconds of rest on a control before its tooltip comes: long enough not to follow the mouse. */
const REST = 450;

/**
 * Shows the tooltip of whatever carries `data-tip` (and `data-tip-keys`), on hover and on keyboard focus.
 * One layer for the whole window: buttons need no state of their own. `Esc` puts it away.
 */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => listen(setTip), []);
  return tip && createPortal(<Bubble tip={tip} />, tip.host);
}

function Bubble({ tip: { words, keys, at } }: { tip: Tip }) {
  const bubble = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: at.left, top: at.bottom + GAP });
  useLayoutEffect(() => {
    if (bubble.current) setPlace(placeBeside(at, bubble.current.getBoundingClientRect()));
  }, [at]);
  return (
    <div ref={bubble} role="tooltip" className={css.tip} style={place}>
      {words}
      {keys && <Keys keys={keys} />}
    </div>
  );
}

/** Pixels between a control and its tooltip, and between a tooltip and the window's edge. */
const GAP = 6;

function placeBeside(at: DOMRect, { width, height }: DOMRect): { left: number; top: number } {
  const middle = at.left + at.width / 2 - width / 2;
  const left = Math.max(GAP, Math.min(middle, window.innerWidth - width - GAP));
  const below = at.bottom + GAP;
  return { left, top: below + height + GAP > window.innerHeight ? at.top - height - GAP : below };
}

/** @returns a function that stops listening */
function listen(show: (tip: Tip | null) => void): () => void {
  let timer = 0;
  let shown: Element | null = null;
  const hide = () => {
    window.clearTimeout(timer);
    shown = null;
    show(null);
  };
  const over = (event: Event, delay: number) => {
    const owner = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null;
    if (owner === shown) return;
    hide();
    if (!owner) return;
    shown = owner;
    timer = window.setTimeout(() => {
      const words = owner.dataset['tip'];
      if (words && owner.isConnected) {
        show({
          words,
          keys: owner.dataset['tipKeys'] ?? null,
          at: owner.getBoundingClientRect(),
          host: landmarkOf(owner),
        });
      }
    }, delay);
  };
  const focused = (event: FocusEvent) => {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) over(event, 0);
  };
  const pointed = (event: PointerEvent) => over(event, REST);
  const pressed = (event: KeyboardEvent) => event.key === 'Escape' && hide();
  const target = document;
  target.addEventListener('pointerover', pointed);
  target.addEventListener('focusin', focused);
  for (const name of ['pointerdown', 'focusout', 'scroll'] as const) target.addEventListener(name, hide, true);
  target.addEventListener('keydown', pressed, true);
  return () => {
    window.clearTimeout(timer);
    target.removeEventListener('pointerover', pointed);
    target.removeEventListener('focusin', focused);
    for (const name of ['pointerdown', 'focusout', 'scroll'] as const) target.removeEventListener(name, hide, true);
    target.removeEventListener('keydown', pressed, true);
  };
}
