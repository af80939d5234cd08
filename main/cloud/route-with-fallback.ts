import type { CompareEngine } from '../compare/contract.ts';
import { isWitnessError } from '../errors/witness-error.ts';
import { answered, failed, routed, type RouteParts } from './route-answers.ts';
import { isWayFailure } from './way-failures.ts';

const rule = 'cloud-with-local-fallback';

/**
 * The cloud compares, and this machine where the way to the cloud fails ({@link isWayFailure}). No
 * face, a refused key or a reply that makes no sense are passed on as they are.
 */
export const routeWithFallback = ({ local, cloud, onFallback }: RouteParts): CompareEngine => ({
  name: `${cloud.name}-else-${local.name}`,
  compareFaces: async (request) => {
    try {
      const result = await cloud.compareFaces(request);
      return routed(rule, result, [answered(result)]);
    } catch (error) {
      if (!isWitnessError(error) || !isWayFailure(error)) throw error;
      onFallback(cloud.name, error);
      const result = await local.compareFaces(request);
      const fellBackFrom = { engine: cloud.name, error: error.toJSON() };
      const answers = [failed(cloud, error), answered(result)];
      return routed(rule, { ...result, fellBackFrom }, answers);
    }
  },
});
