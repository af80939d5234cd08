import type { ReactNode } from 'react';
import type { ShownDecision, ShownError, ShownState } from '../main/ipc/contract.ts';
import type { CameraState } from './camera/watch-camera.ts';
import { LanguageSwitch } from './parts/language-switch.tsx';
import { StepBar } from './parts/step-bar.tsx';
import { Visual } from './parts/visual.tsx';
import { Words } from './parts/words.tsx';
import { LanguageContext, type Language } from './text/language.ts';

export interface StationPageProps {
  readonly state: ShownState;
  readonly camera: CameraState;
  readonly failure: ShownError | undefined;
  readonly onVideo: (video: HTMLVideoElement | null) => void;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** The whole page, from what is known; it decides nothing. */
export const StationPage = ({
  state,
  camera,
  failure,
  onVideo,
  language,
  onLanguage,
}: StationPageProps): ReactNode => (
  <LanguageContext value={language}>
    <div className={`page page-${moodOf(state, camera, failure)}`}>
      <header>
        <p className="brand">Witness</p>
        <StepBar phase={state.phase} />
        <LanguageSwitch language={language} onLanguage={onLanguage} />
      </header>
      <main>
        <div className="visual">
          <Visual state={state} camera={camera} onVideo={onVideo} />
        </div>
        <Words state={state} camera={camera} failure={failure} />
      </main>
    </div>
  </LanguageContext>
);

/** The colour of the page: one per verdict, one for problems, and calm otherwise. */
const moodOf = (
  state: ShownState,
  camera: CameraState,
  failure: ShownError | undefined,
): ShownDecision['verdict'] | 'problem' | 'calm' => {
  if (state.phase === 'result') return state.decision.verdict;
  const isBlind = state.phase === 'looking' && camera.kind === 'problem';
  return state.phase === 'problem' || isBlind || failure !== undefined ? 'problem' : 'calm';
};
