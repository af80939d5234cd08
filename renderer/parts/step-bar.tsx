import type { ReactNode } from 'react';
import type { ShownState } from '../../main/ipc/contract.ts';
import { useText } from '../text/language.ts';

/** Which of the three steps a phase belongs to; a problem belongs to none. */
const stepOf: Readonly<Record<ShownState['phase'], number>> = {
  starting: -1,
  'waiting-for-card': 0,
  reading: 0,
  looking: 1,
  comparing: 1,
  result: 2,
  problem: -1,
};

/** How far the guest has come. */
export const StepBar = ({ phase }: { readonly phase: ShownState['phase'] }): ReactNode => (
  <ol className="steps">
    {useText().steps.map((step, index) => (
      <li
        key={step}
        className={index < stepOf[phase] ? 'step step-done' : 'step'}
        aria-current={index === stepOf[phase] ? 'step' : undefined}
      >
        <span className="step-number">{index + 1}</span>
        {step}
      </li>
    ))}
  </ol>
);
