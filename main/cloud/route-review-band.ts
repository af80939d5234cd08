import type { CompareEngine, CompareFacesResult } from '../compare/contract.ts';
import type { VerdictRules } from '../compare/operating-thresholds.ts';
import { VerdictError } from '../compare/verdict-error.ts';
import { decide } from '../compare/verdict.ts';
import { isWitnessError, type WitnessError } from '../errors/witness-error.ts';
import { answered, failed, routed, rulesFor, type RouteParts } from './route-answers.ts';

const rule = 'local-then-cloud';

/**
 * This machine compares, and a cloud is asked only about scores that a person would have to look into:
 * its verdict then counts. Whatever keeps it from one leaves the guest to a person, as without it.
 *
 * Nobody is asked twice where there is no review band. Both chances share the FAR (`chancesOf`).
 */
export const routeReviewBand = ({ local, cloud, onFallback }: RouteParts): CompareEngine => ({
  name: `${local.name}-then-${cloud.name}`,
  compareFaces: async (request) => {
    const rules = rulesFor(rule, request.judgedBy);
    const first = await local.compareFaces(request);
    const alone = routed(rule, first, [answered(first)]);
    if (decide(alone, rules).verdict !== 'review') return alone;
    const letStand = (error: WitnessError, answer = failed(cloud, error)): CompareFacesResult => {
      onFallback(cloud.name, error);
      const fellBackFrom = { engine: cloud.name, error: error.toJSON() };
      return routed(rule, { ...first, fellBackFrom }, [answered(first), answer]);
    };
    try {
      const second = await cloud.compareFaces(request);
      const result = routed(rule, second, [answered(first), answered(second)]);
      const problem = problemOf(result, rules);
      return problem === undefined ? result : letStand(problem, answered(second));
    } catch (error) {
      if (!isWitnessError(error)) throw error;
      return letStand(error);
    }
  },
});

/** Why a score cannot be judged: without thresholds, or with none that is strict enough. */
const problemOf = (result: CompareFacesResult, rules: VerdictRules): VerdictError | undefined => {
  try {
    decide(result, rules);
    return undefined;
  } catch (caught) {
    if (caught instanceof VerdictError) return caught;
    throw caught;
  }
};
