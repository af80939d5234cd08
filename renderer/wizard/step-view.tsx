import type { ReactNode, RefObject } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { Preferences } from '../../main/ipc/settings-view.ts';
import type { SettingsForm } from '../settings/use-settings-form.ts';
import { CameraStep } from './camera-step.tsx';
import { DecoderStep } from './decoder-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FarStep } from './far-step.tsx';
import type { LawPoint } from './law-points.ts';
import { LawStep } from './law-step.tsx';
import { ReaderStep } from './reader-step.tsx';
import { SiteStep } from './site-step.tsx';
import type { WizardWays } from './use-wizard.ts';
import { WelcomeStep } from './welcome-step.tsx';

/** What every step is given. */
export interface StepProps {
  readonly bridge: StationBridge;
  readonly preferences: Preferences;
  readonly form: SettingsForm;
  /** Where the keyboard goes when the step is opened. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly ways: WizardWays;
  /** Points of the law that were confirmed; known to nobody but this page. */
  readonly confirmed: readonly LawPoint[];
  readonly onConfirmed: (confirmed: readonly LawPoint[]) => void;
}

/** The step that is open. */
export const StepView = (props: StepProps): ReactNode => {
  switch (props.ways.progress.step) {
    case 'welcome':
      return <WelcomeStep {...props} />;
    case 'reader':
      return <ReaderStep {...props} />;
    case 'camera':
      return <CameraStep {...props} />;
    case 'decoder':
      return <DecoderStep {...props} />;
    case 'far':
      return <FarStep {...props} />;
    case 'site':
      return <SiteStep {...props} />;
    case 'law':
      return <LawStep {...props} />;
    case 'done':
      return <DoneStep {...props} />;
  }
};
