import { createRoute } from '../cloud/route.ts';
import type { CompareEngine } from '../compare/contract.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { Settings } from '../settings/settings.ts';
import type { CounterParts } from '../station/counter.ts';
import { openCloudEngine } from './cloud-engine.ts';

/**
 * The engine each guest gets, as the settings and the guest's consent say.
 *
 * @param onFallback - told when the cloud's word could not be had and this machine's counted instead.
 * @throws CloudError as {@link openCloudEngine}
 */
export const engineRoute = (
  { route, cloud }: Settings['engine'],
  local: CompareEngine,
  onFallback: (error: WitnessError) => void,
): Pick<CounterParts, 'engineFor' | 'asksForCloud'> => {
  if (route === 'local') return { asksForCloud: false, engineFor: () => local };
  const way = createRoute(route, {
    local,
    cloud: openCloudEngine(cloud),
    onFallback: (_engine, error) => {
      onFallback(error);
    },
  });
  return {
    asksForCloud: way.asksForCloudConsent,
    engineFor: (consent) => way.for({ toCloud: consent.cloud }),
  };
};
