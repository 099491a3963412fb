import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import css from './Merge.module.css';

type ConfirmedProps = {
  /** What was chosen: "With", "They name". */
  readonly label: string;
  readonly name: string;
  readonly onChange: () => void;
  readonly children?: ReactNode;
};

/**
 * What was chosen, in place of the field that it was chosen in. It takes the focus, and does nothing with the key that is
 * let go there: the one that was pressed to choose.
 */
export function Confirmed({ label, name, onChange, children }: ConfirmedProps) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus(), []);
  return (
    <section ref={region} tabIndex={-1} className={css.confirmed} aria-label={`${label} ${name}`}>
      <p className={css.choice}>
        <span>{label}</span>
        <bdi className={css.name}>{name}</bdi>
        <Button isSmall look="plain" onClick={onChange}>
          Choose another
        </Button>
      </p>
      {children}
    </section>
  );
}

/** Does it with `Ctrl+Enter`, from wherever one is in the dialog, before a button or field takes the key; null while it cannot be done. */
export function onConfirm(run: (() => void) | null) {
  return (event: KeyboardEvent) => {
    if (!run || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
}
