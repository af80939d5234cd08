import type { CompareEngine } from '../compare/contract.ts';
import { answered, routed, type RouteParts } from './route-answers.ts';

/** The cloud compares, and nobody in its place. */
export const routeToCloud = ({ cloud }: Pick<RouteParts, 'cloud'>): CompareEngine => ({
  name: cloud.name,
  compareFaces: async (request) => {
    const result = await cloud.compareFaces(request);
    return routed('cloud', result, [answered(result)]);
  },
});
