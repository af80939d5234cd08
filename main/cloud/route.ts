import type { CompareEngine } from '../compare/contract.ts';
import { comparesWithoutCloud, type EngineRoute } from '../compare/routing.ts';
import { CloudError } from './cloud-error.ts';
import { isGiven, type CloudConsent, type CloudEngine } from './consent.ts';
import type { RouteParts } from './route-answers.ts';
import { routeBothAgree } from './route-both-agree.ts';
import { routeReviewBand } from './route-review-band.ts';
import { routeToCloud } from './route-to-cloud.ts';
import { routeWithFallback } from './route-with-fallback.ts';

/** What a route leads to. */
export interface RouteEngines extends Omit<RouteParts, 'cloud'> {
  readonly cloud: CloudEngine;
}

/** A route as the settings choose it, still without a guest. */
export interface GuestRoute {
  /** Whether guests have to be asked before their pictures leave this machine. */
  readonly asksForCloudConsent: boolean;
  /**
   * The engine for one guest.
   *
   * Without consent to the cloud the local engine compares where it may decide alone.
   *
   * @throws {CloudError} `cloud.no-consent` where there is no way without the cloud.
   */
  for(consent: CloudConsent): CompareEngine;
}

/**
 * The way a comparison takes. `engine` of a result says whose score it is, `routing` which rule was
 * used and what each engine said; `fellBackFrom` is there where another should have answered, and says
 * why it did not.
 *
 * @example
 * ```ts
 * const route = createRoute(settings.engine.route, { local, cloud, onFallback });
 * const engine = route.for({ toCloud: guestAgreed });
 * const result = await engine.compareFaces({ source, target, judgedBy: rules });
 * ```
 */
export const createRoute = (route: EngineRoute, engines: RouteEngines): GuestRoute => ({
  asksForCloudConsent: route !== 'local',
  for: (consent) => {
    if (route === 'local') return engines.local;
    if (isGiven(consent))
      return consented(route, { ...engines, cloud: engines.cloud.for(consent) });
    if (comparesWithoutCloud(route)) return engines.local;
    throw new CloudError('cloud.no-consent');
  },
});

const consented = (route: Exclude<EngineRoute, 'local'>, parts: RouteParts): CompareEngine => {
  switch (route) {
    case 'cloud':
      return routeToCloud(parts);
    case 'cloud-with-local-fallback':
      return routeWithFallback(parts);
    case 'local-then-cloud':
      return routeReviewBand(parts);
    case 'both-agree':
      return routeBothAgree(parts);
  }
};
