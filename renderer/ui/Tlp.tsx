import css from './Tlp.module.css';

type TlpProps = { readonly level: 'clear' | 'green' | 'amber' | 'amber+strict' | 'red' };

/**
 * A marking of the Traffic Light Protocol in its official colours.
 *
 * @see https://www.first.org/tlp/
 */
export function Tlp({ level }: TlpProps) {
  return (
    <span className={css.tlp} data-level={level}>
      TLP:{level.toUpperCase()}
    </span>
  );
}
