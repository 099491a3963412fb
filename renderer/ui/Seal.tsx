/** The mark: a passage, bracketed, with its evidence line. */
export function Seal({ size = 20 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path d="M7 2.5H3.5v15H7M13 2.5h3.5v15H13" />
      <path d="M7 8h6" />
      <path d="M7 12h6" stroke="var(--accent)" strokeWidth="2.4" />
    </svg>
  );
}
