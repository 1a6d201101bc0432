/** Luna's face: a crescent and one star. */
export function MoonMark({ className }: { className: string }) {
  return (
    <svg viewBox="3.5 5.5 21.5 21.5" fill="currentColor" aria-hidden className={className}>
      <path d="M23 19.2A9.3 9.3 0 0 1 12.5 7.4 9.3 9.3 0 1 0 23 19.2Z" />
      <circle cx="22.4" cy="10.4" r="1.8" opacity="0.7" />
    </svg>
  );
}
