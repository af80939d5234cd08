import { createRoute } from '../cloud/route.ts';
import { routeToCloud } from '../cloud/route-to-cloud.ts';
import { CloudError } from '../cloud/cloud-error.ts';
import type { Calibration } from '../compare/calibration.ts';
import type { CompareEngine } from '../compare/contract.ts';
import { chancesOf } from '../compare/routing.ts';
import { openCloudEngine } from '../host/cloud-engine.ts';
import type { FaceLooker } from '../face/types.ts';
import type { Settings } from '../settings/settings.ts';
import { withLocalEngine, type LocalEngineChoice } from './local-engine-session.ts';
import type { EngineChoice } from './options.ts';

/** What a command says about who compares. */
export interface EngineOptions {
  readonly engine: EngineChoice;
  readonly consentToCloud: boolean;
}

/** An engine for one piece of work. */
export interface CommandEngine {
  readonly engine: CompareEngine;
  /** Of this machine's engine; absent where it is not asked. */
  readonly calibration?: Calibration;
  /** This machine's, to look at photographs with; absent where only a cloud compares. */
  readonly looker?: FaceLooker;
  /** In how many ways one comparison may pass. */
  readonly chances: number;
}

/**
 * Opens the engine a command asks for, and closes it after the work. This machine's models are only
 * loaded where it may have to compare.
 *
 * @throws CloudError `cloud.no-consent` where only a cloud could compare; and what the engines throw.
 */
export const withCompareEngine = async <Result>(
  { engine: choice, consentToCloud }: EngineOptions,
  { engine, compare }: { readonly engine: Settings['engine']; readonly compare: LocalEngineChoice },
  work: (opened: CommandEngine) => Promise<Result>,
): Promise<Result> => {
  if (choice === 'local')
    return withLocalEngine(compare, ({ engine: local, calibration, analyser }) =>
      work({ engine: local, calibration, looker: analyser, chances: 1 }),
    );
  const isProvider = choice === 'cloudauth' || choice === 'tencent';
  const cloud = openCloudEngine(isProvider ? { ...engine.cloud, provider: choice } : engine.cloud);
  const route = isProvider ? 'cloud' : choice;
  if (route === 'cloud') {
    if (!consentToCloud) throw new CloudError('cloud.no-consent');
    return work({ engine: routeToCloud({ cloud: cloud.for({ toCloud: true }) }), chances: 1 });
  }
  return withLocalEngine(compare, ({ engine: local, calibration, analyser }) => {
    // What kept the cloud from answering is said with the result.
    const way = createRoute(route, { local, cloud, onFallback: () => undefined });
    return work({
      engine: way.for({ toCloud: consentToCloud }),
      calibration,
      looker: analyser,
      chances: chancesOf(consentToCloud ? route : 'local'),
    });
  });
};
