import type { CloudEngine } from '../cloud/consent.ts';
import { createRoute } from '../cloud/route.ts';
import type { CompareEngine } from '../compare/contract.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { Settings } from '../settings/settings.ts';
import type { CounterParts } from '../station/counter.ts';
import { openCloudEngine } from './cloud-engine.ts';

export interface EngineRouteEvents {
  /** Told when the cloud's word could not be had and this machine's counted instead. */
  readonly onFallback: (error: WitnessError) => void;
  /** Told of each comparison that a cloud answered. */
  readonly onCloudAnswer: () => void;
}

/**
 * The engine each guest gets, as the settings and the guest's consent say.
 *
 * @throws CloudError as {@link openCloudEngine}
 */
export const engineRoute = (
  { route, cloud }: Settings['engine'],
  local: CompareEngine,
  { onFallback, onCloudAnswer }: EngineRouteEvents,
): Pick<CounterParts, 'engineFor' | 'asksForCloud'> => {
  if (route === 'local') return { asksForCloud: false, engineFor: () => local };
  const way = createRoute(route, {
    local,
    cloud: tellingAnswers(openCloudEngine(cloud), onCloudAnswer),
    onFallback: (_engine, error) => {
      onFallback(error);
    },
  });
  return {
    asksForCloud: way.asksForCloudConsent,
    engineFor: (consent) => way.for({ toCloud: consent.cloud }),
  };
};

const tellingAnswers = (cloud: CloudEngine, onAnswer: () => void): CloudEngine => ({
  name: cloud.name,
  for: (consent) => {
    const engine = cloud.for(consent);
    return {
      name: engine.name,
      compareFaces: async (request) => {
        const result = await engine.compareFaces(request);
        onAnswer();
        return result;
      },
    };
  },
});
