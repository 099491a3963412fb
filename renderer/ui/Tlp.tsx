import css from './Tlp.module.css';
import { TLP_WORDS, type TlpLevel } from './tlp-words.ts';

type TlpProps = { readonly level: TlpLevel };

/**
 * A marking of the Traffic Light Protocol in its official colours; it says who may see what is marked.
 *
 * @see https://www.first.org/tlp/
 */
export function Tlp({ level }: TlpProps) {
  return (
    <span className={css.tlp} data-level={level} data-tip={`Traffic Light Protocol: ${TLP_WORDS[level]}`}>
      TLP:{level.toUpperCase()}
    </span>
  );
}
