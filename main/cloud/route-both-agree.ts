import { CompareFacesError } from '../compare/compare-faces-error.ts';
import type { CompareEngine, CompareFacesResult } from '../compare/contract.ts';
import type { VerdictRules } from '../compare/operating-thresholds.ts';
import { decideAlone, verdicts } from '../compare/verdict.ts';
import { CloudError } from './cloud-error.ts';
import { answered, routed, rulesFor, type RouteParts } from './route-answers.ts';
import { TencentError } from './tencent-error.ts';
import { isWayFailure } from './way-failures.ts';

const rule = 'both-agree';

/**
 * Both engines compare and have to come to the same verdict; `decide` sees to it. The result is that of
 * the engine that thinks less of it, so that score and threshold explain a verdict that is no pass.
 *
 * This machine goes first: a photograph without a face is not sent, and not paid for.
 *
 * Comparing throws what the engines throw, {@link CloudError} `cloud.not-both` where the cloud gave no
 * result, and `VerdictError` where one of the two cannot be judged.
 */
export const routeBothAgree = ({ local, cloud }: RouteParts): CompareEngine => ({
  name: `${local.name}-and-${cloud.name}`,
  compareFaces: async (request) => {
    const rules = rulesFor(rule, request.judgedBy);
    const here = await local.compareFaces(request);
    const there = await cloud.compareFaces(request).catch((caught: unknown) => {
      throw isAboutTheCloud(caught) ? notBoth(cloud, local, caught) : caught;
    });
    const weaker = rankOf(there, rules) < rankOf(here, rules) ? there : here;
    return routed(rule, weaker, [answered(here), answered(there)]);
  },
});

const rankOf = (result: CompareFacesResult, rules: VerdictRules): number =>
  verdicts.indexOf(decideAlone(result, rules).verdict);

/** Everything but an answer about the photographs, which stays what it is. */
const isAboutTheCloud = (
  caught: unknown,
): caught is CloudError | TencentError | CompareFacesError =>
  caught instanceof CloudError ||
  (caught instanceof TencentError && caught.kind !== 'picture') ||
  (caught instanceof CompareFacesError && isWayFailure(caught));

const notBoth = (
  cloud: CompareEngine,
  local: CompareEngine,
  cause: CloudError | TencentError | CompareFacesError,
): CloudError => {
  const data = { engine: cloud.name, other: local.name, error: cause.code };
  return new CloudError('cloud.not-both', data, { cause });
};
