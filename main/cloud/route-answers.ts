import type { CompareEngine, CompareFacesResult } from '../compare/contract.ts';
import type { VerdictRules } from '../compare/operating-thresholds.ts';
import type { EngineAnswer, EngineRoute } from '../compare/routing.ts';
import type { WitnessError } from '../errors/witness-error.ts';

/** The engines of one guest's route. */
export interface RouteParts {
  readonly local: CompareEngine;
  readonly cloud: CompareEngine;
  /** Told each time the cloud's word could not be had or used and this machine's counted instead: for the log. */
  readonly onFallback: (engine: string, error: WitnessError) => void;
}

/** An engine's result as an answer of its own. */
export const answered = ({ routing: _, ...result }: CompareFacesResult): EngineAnswer => ({
  engine: result.engine,
  result,
});

/** An engine's failure as an answer. */
export const failed = ({ name }: CompareEngine, error: WitnessError): EngineAnswer => ({
  engine: name,
  error: error.toJSON(),
});

/** The result that counts, with the rule that made it count. */
export const routed = (
  rule: EngineRoute,
  result: CompareFacesResult,
  answers: readonly EngineAnswer[],
): CompareFacesResult => ({ ...result, routing: { rule, answers } });

/** Some routes cannot do without knowing how their results will be judged. */
export const rulesFor = (rule: EngineRoute, judgedBy: VerdictRules | undefined): VerdictRules => {
  if (judgedBy === undefined) throw new TypeError(`The route ${rule} needs judgedBy.`);
  return judgedBy;
};
