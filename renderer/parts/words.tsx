import { useContext, type ReactNode } from 'react';
import type { ShownError, ShownState } from '../../main/ipc/contract.ts';
import type { CameraState } from '../camera/watch-camera.ts';
import { LanguageContext, useText } from '../text/language.ts';
import type { Instruction, Messages } from '../text/messages.ts';
import { DecisionDetails } from './decision-details.tsx';
import { GuestCard } from './guest-card.tsx';

/** What is the matter, what to do now, and whose card it is about. */
export const Words = ({
  state,
  camera,
  failure,
}: {
  readonly state: ShownState;
  readonly camera: CameraState;
  /** Why frames of the present guest could not be handed in. */
  readonly failure: ShownError | undefined;
}): ReactNode => {
  const text = useText();
  const language = useContext(LanguageContext);
  const { heading, detail } = instructionFor(state, camera, text);
  const error = state.phase === 'problem' ? state.error : failure;
  return (
    <div className="words">
      <div role="status">
        <h1>{error ? text.problem : heading}</h1>
        <p className="detail">{error ? error[language] : detail}</p>
        {nextSteps(state, failure, text).map((step) => (
          <p key={step} className="next">
            {step}
          </p>
        ))}
      </div>
      {state.phase === 'result' && <DecisionDetails decision={state.decision} />}
      {'card' in state && <GuestCard card={state.card} />}
      {state.phase === 'result' && state.readerProblem && (
        <p className="warning">{state.readerProblem[language]}</p>
      )}
      {error && <p className="fine">{error.code}</p>}
    </div>
  );
};

/** A camera that shows nothing is the matter while the guest should look at it. */
const instructionFor = (state: ShownState, camera: CameraState, text: Messages): Instruction => {
  switch (state.phase) {
    case 'result':
      return text.verdict[state.decision.verdict];
    case 'problem':
      return { heading: text.problem, detail: '' };
    case 'looking':
      return camera.kind === 'problem' ? text.camera[camera.problem] : text.phase.looking;
    case 'starting':
    case 'waiting-for-card':
    case 'reading':
    case 'comparing':
      return text.phase[state.phase];
  }
};

const nextSteps = (
  state: ShownState,
  failure: ShownError | undefined,
  text: Messages,
): readonly string[] => {
  if (state.phase === 'result') return [state.cardLies ? text.takeCard : text.nextGuest];
  if (state.phase === 'problem') return [text.remedy[state.remedy]];
  return failure === undefined ? [] : [text.remedy['lift-card']];
};
