import { Fragment, type ReactNode } from 'react';
import css from './Keys.module.css';
import { capsOf } from './key-caps.ts';

/** One key cap. */
export function KeyCap({ children }: { children: ReactNode }) {
  return <kbd className={css.key}>{children}</kbd>;
}

/** A key as caps, side by side in the order they are pressed: `keys="Mod+Shift+Z"`, `keys="g l"`. */
export function Keys({ keys }: { keys: string }) {
  const presses = capsOf(keys);
  return (
    <span className={css.keys}>
      {presses.map((caps, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice; its place tells them apart
        <Fragment key={`${at}-${caps.join('+')}`}>
          {caps.map((cap) => (
            <KeyCap key={cap}>{cap}</KeyCap>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
