import type { ComponentType } from 'react';
import css from './TypeMark.module.css';

/** A tint of tokens.css and the icon that goes with it: hue and shape say the same. */
export type TypeLook = {
  /** The first part of the token's name: `person` for `--person-tint` and `--person-mark`. */
  readonly tint: string;
  readonly icon: ComponentType<{ readonly size?: number }>;
  readonly name: string;
};

type TypeMarkProps = { readonly look: TypeLook; readonly size?: 16 | 20 | 24; readonly isNamed?: boolean };

/** The square that stands for a type: hue and icon together, never hue alone. */
export function TypeMark({ look: { tint, icon: Glyph, name }, size = 16, isNamed = true }: TypeMarkProps) {
  return (
    <span
      className={css.type}
      data-size={size}
      data-tip={isNamed ? name : undefined}
      style={{ background: `var(--${tint}-tint)`, color: `var(--${tint}-mark)` }}
    >
      <Glyph size={size === 16 ? 10 : size === 20 ? 12 : 14} />
      {isNamed && <span className="unseen">{name} </span>}
    </span>
  );
}
