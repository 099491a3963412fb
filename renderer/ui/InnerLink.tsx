import type { HTMLAttributes, KeyboardEvent } from 'react';

type InnerLinkProps = Omit<HTMLAttributes<HTMLElement>, 'role' | 'tabIndex' | 'onClick' | 'onKeyDown'> & {
  /** Goes where the link leads. */
  readonly onGo: () => void;
};

/**
 * A link to somewhere in this window. It has no address of its own: a browser shows the address of whatever link the mouse
 * rests on in its lower corner, over the status bar, and nobody else can open what it leads to.
 */
export function InnerLink({ onGo, ...attributes }: InnerLinkProps) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onGo();
  };
  // biome-ignore lint/a11y/useSemanticElements: <a href> is what is avoided here
  return <span {...attributes} data-link="" role="link" tabIndex={0} onClick={onGo} onKeyDown={press} />;
}
