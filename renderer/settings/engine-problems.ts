import type { DraftProblem, Findings } from './draft-problem.ts';
import type { EngineDraft } from './engine-draft.ts';
import { figure } from './figure-ranges.ts';
import { isAddress, isProxy } from './service-address.ts';
import { readPoints } from './site-table-text.ts';

/** What is wrong with the engine. Where this machine compares, the cloud's fields are not in use. */
export const engineFindings = (engine: EngineDraft): Findings => {
  const { route, provider, endpoint, timeout, proxy, proxyAddress } = engine;
  if (route === 'local') return {};
  return {
    'engine.cloud.timeout': figure('engine.cloud.timeout', timeout),
    ...(proxy === 'address' && { 'engine.cloud.proxy': proxyProblem(proxyAddress.trim()) }),
    ...(provider === 'cloudauth'
      ? { 'engine.cloud.endpoint': addressProblem(endpoint) }
      : tencentFindings(engine)),
  };
};

const tencentFindings = ({
  tencentEndpoint,
  appId,
  tableOrigin,
  tableRows,
}: EngineDraft): Findings => {
  const hasOrigin = tableOrigin.trim() !== '';
  const hasRows = tableRows.trim() !== '';
  const rows = readPoints(tableRows);
  return {
    'engine.cloud.tencent.endpoint': addressProblem(tencentEndpoint),
    'engine.cloud.tencent.appId': appIdProblem(appId.trim()),
    // Figures that nobody can trace are as good as made up, and an origin alone is no table.
    'engine.cloud.tencent.siteTable.origin': missingWhere(hasRows && !hasOrigin),
    'engine.cloud.tencent.siteTable.points': rows.ok
      ? missingWhere(hasOrigin && !hasRows)
      : rows.problem,
  };
};

const missingWhere = (isMissing: boolean): DraftProblem | undefined =>
  isMissing ? { kind: 'missing' } : undefined;

const addressProblem = (text: string): DraftProblem | undefined =>
  isAddress(text) ? undefined : { kind: 'address' };

const proxyProblem = (text: string): DraftProblem | undefined => {
  if (text === '') return { kind: 'missing' };
  return isProxy(text) ? undefined : { kind: 'proxy' };
};

const appIdProblem = (text: string): DraftProblem | undefined => {
  if (text === '') return { kind: 'missing' };
  return /^\d{1,20}$/.test(text) ? undefined : { kind: 'appId' };
};
