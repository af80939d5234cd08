import type { GatewaySettings } from '../settings/gateway-settings.ts';

/**
 * The settings with what the environment says in their place: the address of a Redis server may hold a
 * password, which then need not stand in a file (`WITNESS_REDIS_URL`).
 */
export const settingsOfEnvironment = (
  settings: GatewaySettings,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): GatewaySettings => {
  const redisUrl = environment['WITNESS_REDIS_URL'];
  return redisUrl === undefined || redisUrl === '' ? settings : { ...settings, redisUrl };
};
