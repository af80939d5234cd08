import { readPoints, textOfPoints } from './site-table-text.ts';
import { wholeOf } from './read-text.ts';
import type { Settings, SettingsToSave } from './settings-draft.ts';

type EngineSettings = Settings['engine'];
type CloudSettings = EngineSettings['cloud'];
type CloudProvider = CloudSettings['provider'];
type EngineRoute = EngineSettings['route'];

/** The routes, from the one that sends nothing anywhere to the one that always asks two. */
export const engineRoutes = [
  'local',
  'cloud',
  'cloud-with-local-fallback',
  'local-then-cloud',
  'both-agree',
] as const satisfies readonly EngineRoute[];

export const cloudProviders = ['cloudauth', 'tencent'] as const satisfies readonly CloudProvider[];

/** The way to the cloud: as the environment says, straight, or through a proxy that is named. */
export const proxyKinds = ['environment', 'none', 'address'] as const;
type ProxyKind = (typeof proxyKinds)[number];

/** The engine as it is being edited, every provider at once so that trying the other loses nothing. */
export interface EngineDraft {
  readonly route: EngineRoute;
  readonly provider: CloudProvider;
  readonly endpoint: string;
  readonly timeout: string;
  readonly proxy: ProxyKind;
  readonly proxyAddress: string;
  /** Empty for the well-known authorities. */
  readonly caFile: string;
  readonly tencentEndpoint: string;
  readonly appId: string;
  readonly tableOrigin: string;
  /** One row a line; empty for no table. */
  readonly tableRows: string;
}

export const engineDraftOf = ({ route, cloud }: EngineSettings): EngineDraft => {
  const { provider, endpoint, timeout, proxy, caFile = '', tencent } = cloud;
  const isNamed = proxy !== 'environment' && proxy !== 'none';
  return {
    ...{ route, provider, endpoint, caFile },
    timeout: String(timeout),
    proxy: isNamed ? 'address' : proxy,
    proxyAddress: isNamed ? proxy : '',
    tencentEndpoint: tencent.endpoint,
    appId: tencent.appId,
    tableOrigin: tencent.siteTable?.origin ?? '',
    tableRows: textOfPoints(tencent.siteTable?.points ?? []),
  };
};

/**
 * The engine a draft without problems describes.
 *
 * @param kept - what was edited. Fields that are not shown are nobody's wish: they stay as they were.
 */
export const engineIn = (
  draft: EngineDraft,
  kept: EngineSettings,
): NonNullable<SettingsToSave['engine']> => {
  const { route, provider } = draft;
  if (route === 'local') return { ...kept, route };
  const { caFile: _, ...rest } = kept.cloud;
  const caFile = draft.caFile.trim();
  return {
    ...kept,
    route,
    cloud: {
      ...rest,
      provider,
      timeout: wholeOf(draft.timeout),
      proxy: draft.proxy === 'address' ? draft.proxyAddress.trim() : draft.proxy,
      ...(caFile !== '' && { caFile }),
      ...(provider === 'cloudauth'
        ? { endpoint: draft.endpoint.trim() }
        : { tencent: tencentIn(draft, kept.cloud.tencent) }),
    },
  };
};

const tencentIn = (
  draft: EngineDraft,
  kept: CloudSettings['tencent'],
): CloudSettings['tencent'] => {
  const { siteTable: _, ...rest } = kept;
  const reading = readPoints(draft.tableRows);
  if (!reading.ok) throw new RangeError('The draft has problems.');
  const { points } = reading;
  return {
    ...rest,
    endpoint: draft.tencentEndpoint.trim(),
    appId: draft.appId.trim(),
    ...(points.length > 0 && { siteTable: { origin: draft.tableOrigin.trim(), points } }),
  };
};
