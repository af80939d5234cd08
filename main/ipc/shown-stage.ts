import { holderOf } from '../card/id-card.ts';
import { maskCard } from '../card/mask.ts';
import type { CounterRules } from '../station/counter-rules.ts';
import { standingVerdict, type CounterState, type GuestVisit } from '../station/counter-state.ts';
import { toShownError } from './shown-error.ts';
import type { ShownStage, StageCard, StageNotice } from './stage-schema.ts';

/** What the site's notice says to every guest. */
export type SiteNotice = Readonly<Omit<StageNotice, 'guardian'>>;

/** Where a counter stands, as every screen may show it: name and number masked, nothing unneeded. */
export const toShownStage = (
  state: CounterState,
  rules: Pick<CounterRules, 'attempts'>,
  notice: SiteNotice,
): ShownStage => {
  switch (state.phase) {
    case 'starting':
    case 'waiting-for-card':
    case 'reading':
      return { phase: state.phase };
    case 'consent':
      return { phase: state.phase, ...whose(state.guest), notice: noticeTo(state.guest, notice) };
    case 'looking': {
      const attempt = rules.attempts - state.guest.attemptsLeft + 1;
      return { phase: state.phase, ...whose(state.guest), attempt, attempts: rules.attempts };
    }
    case 'comparing':
      return { phase: state.phase, ...whose(state.guest) };
    case 'result':
      return {
        phase: state.phase,
        ...whose(state.guest),
        verdict: standingVerdict(state),
        reasons: [...state.outcome.reasons],
        decidedByOperator: state.decisions.length > 0,
        cardLies: state.cardLies,
        nextWaits: state.nextWaits === true,
        ...(state.readerProblem && { readerProblem: toShownError(state.readerProblem) }),
      };
    case 'problem':
      return { phase: state.phase, error: toShownError(state.error), remedy: state.remedy };
  }
};

const whose = ({
  visit,
  card,
}: GuestVisit): { readonly visit: number; readonly card: StageCard } => {
  const masked = maskCard(card);
  return {
    visit,
    card: {
      kind: masked.kind,
      name: holderOf(masked),
      number: masked.kind === 'unknown' ? '' : masked.number,
    },
  };
};

/** The cloud is named to a guest who is asked for it, and to nobody else. */
const noticeTo = ({ needs }: GuestVisit, { cloud, ...site }: SiteNotice): StageNotice => ({
  ...site,
  ...(needs.cloud && cloud && { cloud }),
  guardian: needs.guardian,
});
