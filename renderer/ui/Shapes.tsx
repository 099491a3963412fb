import css from './Shapes.module.css';

/** Ring, half, tick, dash: four states told apart by shape alone. */
export type StatusForm = 'ring' | 'half' | 'tick' | 'dash';

/** The shape of a state. Without a label it is decoration, beside words that say the same. */
export function StatusShape({ form, label }: { readonly form: StatusForm; readonly label?: string }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a title element would show the browser's tooltip; aria-label names it
    <svg
      className={css.status}
      data-form={form}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {(form === 'ring' || form === 'half') && <circle cx="6" cy="6" r="4.6" />}
      {form === 'half' && <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" className={css.filled} />}
      {form === 'tick' && <path d="m1.8 6.4 2.8 2.8 5.6-6" className={css.thick} />}
      {form === 'dash' && <path d="M2.2 6h7.6" className={css.thick} />}
    </svg>
  );
}

/** Filled, struck ring, open ring: three stances told apart by shape alone. */
export type StanceForm = 'filled' | 'struck' | 'open';

/** The shape of a stance. Without a label it is decoration, beside words that say the same. */
export function StanceShape({ form, label, size = 12 }: { form: StanceForm; label?: string; size?: number }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a title element would show the browser's tooltip; aria-label names it
    <svg
      className={css.stance}
      data-form={form}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {form === 'filled' && <circle cx="6" cy="6" r="4.5" className={css.filled} />}
      {form === 'open' && <circle cx="6" cy="6" r="3.9" />}
      {form === 'struck' && (
        <>
          <circle cx="6" cy="6" r="4.4" />
          <path d="M2.9 9.1 9.1 2.9" />
        </>
      )}
    </svg>
  );
}
