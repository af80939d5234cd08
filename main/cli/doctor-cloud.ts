import { isWayFailure } from '../cloud/way-failures.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import { checkCloud } from '../host/cloud-engine.ts';
import type { Settings } from '../settings/settings.ts';
import { errorCheck, okCheck, type Check } from './doctor-check.ts';

/** Clocks further apart than this are worth a word; beyond the second, services refuse or soon will. */
const worthSaying = 30_000;
const tooFar = 5 * 60_000;

/**
 * Whether the cloud of the settings can be reached, accepts the key and has the same time, asked without
 * a comparison; nothing where only this machine compares.
 *
 * @throws CloudError what keeps anybody from asking: no AppID, a wrong address, unreadable certificates.
 */
export const checkCloudSettings = async ({
  route,
  cloud,
}: Settings['engine']): Promise<readonly Check[]> => {
  if (route === 'local') return [];
  const { host, clockAheadMs, problem } = await checkCloud(cloud);
  return [
    problem === undefined
      ? okCheck(
          'cloud',
          `${cloud.provider}, ${host}: accepts the key`,
          `${cloud.provider}，${host}：密钥有效`,
        )
      : errorCheck('cloud', problem, stateOf(problem)),
    ...(clockAheadMs === undefined ? [] : [clockCheck(clockAheadMs)]),
    ...(cloud.provider === 'tencent' ? [siteTableCheck(cloud.tencent.siteTable)] : []),
  ];
};

/** A service that is out of order now is no fault of this station's settings. */
const stateOf = (problem: WitnessError): 'note' | 'problem' =>
  isWayFailure(problem) && problem.code !== 'cloud.untrusted' ? 'note' : 'problem';

const clockCheck = (aheadMs: number): Check => {
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  if (Math.abs(aheadMs) < worthSaying)
    return okCheck('clock', `${seconds} s from the cloud's`, `与云端相差 ${seconds} 秒`);
  const [en, zh] = aheadMs > 0 ? ['fast', '快'] : ['slow', '慢'];
  return {
    name: 'clock',
    state: Math.abs(aheadMs) < tooFar ? 'note' : 'problem',
    says: {
      en: `The clock of this computer is ${seconds} s ${en}. Switch on time synchronisation.`,
      zh: `本机时间${zh} ${seconds} 秒，请开启自动同步。`,
    },
  };
};

const siteTableCheck = (table: Settings['engine']['cloud']['tencent']['siteTable']): Check =>
  table === undefined
    ? {
        name: 'site table',
        state: 'note',
        says: {
          en: "Tencent gives no thresholds, and the settings have no table of the site's own: there are scores and no verdicts.",
          zh: '腾讯云不提供判定阈值，且设置中没有本单位的对照表：只有分值，没有结论。',
        },
      }
    : okCheck('site table', table.origin);
