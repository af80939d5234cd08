import type { ReactNode } from 'react';

/** A reader from above, and a card that is laid on it; while it is read, the card lies still. */
export const CardDrawing = ({ isReading }: { readonly isReading: boolean }): ReactNode => (
  <svg
    className={isReading ? 'drawing drawing-reading' : 'drawing'}
    viewBox="0 0 400 300"
    aria-hidden="true"
  >
    <rect className="drawing-reader" x="70" y="70" width="260" height="210" rx="28" />
    <path
      className="drawing-waves"
      d="M182 196a26 26 0 0 1 36 0M166 178a50 50 0 0 1 68 0M150 160a74 74 0 0 1 100 0"
    />
    <circle className="drawing-light" cx="200" cy="252" r="6" />
    <g className="drawing-card">
      <rect className="drawing-face" x="106" y="100" width="188" height="118" rx="12" />
      <circle className="drawing-ink" cx="252" cy="142" r="15" />
      <path className="drawing-ink" d="M225 190a27 25 0 0 1 54 0z" />
      <rect className="drawing-ink" x="122" y="124" width="66" height="9" rx="4.5" />
      <rect className="drawing-ink" x="122" y="146" width="48" height="9" rx="4.5" />
      <rect className="drawing-ink" x="122" y="186" width="82" height="9" rx="4.5" />
    </g>
  </svg>
);
