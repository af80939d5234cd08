import type { ReactNode } from 'react';
import type { ShownDecision } from '../../main/ipc/contract.ts';

/** What the page can have come to. */
export type Ending = ShownDecision['verdict'] | 'problem';

/** Told apart by outline and sign, so that nobody needs to see colours. */
const shapes: Readonly<Record<Ending, ReactNode>> = {
  pass: (
    <>
      <circle className="shape" cx="100" cy="100" r="88" />
      <path className="sign" d="M60 104l28 28 54-62" />
    </>
  ),
  review: (
    <>
      <path className="shape" d="M100 14l92 164a8 8 0 0 1-7 12H15a8 8 0 0 1-7-12z" />
      <path className="sign" d="M100 78v50M100 158v1" />
    </>
  ),
  fail: (
    <>
      <path className="shape" d="M64 12h72l52 52v72l-52 52H64l-52-52V64z" />
      <path className="sign" d="M68 68l64 64M132 68l-64 64" />
    </>
  ),
  problem: (
    <>
      <rect className="shape" x="14" y="14" width="172" height="172" rx="40" />
      <path className="sign" d="M100 56v54M100 144v1" />
    </>
  ),
};

/** A verdict, or a problem, to be understood from two metres away. */
export const VerdictShape = ({ ending }: { readonly ending: Ending }): ReactNode => (
  <svg className="verdict-shape" viewBox="0 0 200 200" aria-hidden="true">
    {shapes[ending]}
  </svg>
);
