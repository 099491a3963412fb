import { copyWords } from '#renderer/services/copy-words.ts';
import { useServices } from '#renderer/services/services.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Link } from '#shared/domain/text-version.ts';
import css from './Inspector.module.css';

/** The link at the caret: where it led, to be read and copied. It is never followed. */
export function LinkCard({ link: { address } }: { readonly link: Link }) {
  const { notices } = useServices();
  const copy = async () => {
    if (!(await copyWords(address))) notices.warn('The clipboard did not take the address.');
  };
  return (
    <section className={css.card} aria-label="Link at the caret">
      <p className={css.address}>
        Link to <bdi dir="ltr">{address}</bdi>
      </p>
      <Button isSmall onClick={() => void copy()}>
        Copy address
      </Button>
    </section>
  );
}
