import { cardWarnings } from '../card/card-warning.ts';
import { holderOf } from '../card/id-card.ts';
import { maskCard } from '../card/mask.ts';
import type { Decision } from '../compare/verdict.ts';
import type { ErrorDocument } from '../errors/witness-error.ts';
import type { CounterState, GuestCard } from '../station/counter-state.ts';
import type { ShownCard, ShownDecision, ShownError, ShownState } from './contract.ts';

/** A counter's state as it may leave this process: names and numbers masked, nothing unneeded. */
export const toShownState = (state: CounterState): ShownState => {
  switch (state.phase) {
    case 'starting':
    case 'waiting-for-card':
    case 'reading':
      return { phase: state.phase };
    case 'looking': {
      const { phase, guest, framesWanted } = state;
      return { phase, visit: guest.visit, card: shownCard(guest), framesWanted };
    }
    case 'comparing':
      return { phase: state.phase, card: shownCard(state.guest) };
    case 'result': {
      const { phase, guest, decision, cardLies, readerProblem } = state;
      return {
        phase,
        card: shownCard(guest),
        decision: shownDecision(decision),
        cardLies,
        ...(readerProblem && { readerProblem: shownError(readerProblem) }),
      };
    }
    case 'problem':
      return { phase: state.phase, error: shownError(state.error), remedy: state.remedy };
  }
};

const shownCard = ({ card, warnings }: GuestCard): ShownCard => {
  const masked = maskCard(card);
  return {
    kind: masked.kind,
    name: holderOf(masked),
    number: masked.kind === 'unknown' ? '' : masked.number,
    warnings: warnings.map((warning) => cardWarnings[warning]),
  };
};

const shownDecision = (decision: Decision): ShownDecision => {
  const { verdict, score, threshold, reviewThreshold, far, attempts } = decision;
  return {
    verdict,
    score,
    threshold,
    ...(reviewThreshold !== undefined && { reviewThreshold }),
    far,
    attempts,
  };
};

const shownError = ({ code, message, messageZh }: ErrorDocument): ShownError => ({
  code,
  en: message,
  zh: messageZh,
});
