import { dirname } from 'node:path';
import { gatewayFolder } from '../gateway/open-gateway.ts';
import { usualSettingsFile } from '../settings/read-settings.ts';

/** The folder of the gateway that belongs to a settings file. */
export const folderBeside = (settingsFile = usualSettingsFile()): string =>
  gatewayFolder(dirname(settingsFile));
