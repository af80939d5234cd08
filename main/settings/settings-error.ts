import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can be wrong with the settings file. */
export const settingsErrorCatalogue = {
  'settings.unreadable': {
    what: {
      en: 'The settings file {file} cannot be read ({reason}).',
      zh: '无法读取设置文件 {file}（{reason}）。',
    },
    todo: {
      en: 'Check its path and permissions.',
      zh: '请检查文件路径和权限。',
    },
  },
  'settings.not-written': {
    what: {
      en: 'The settings cannot be written to {file} ({reason}). Nothing was changed.',
      zh: '无法将设置写入 {file}（{reason}）。设置未改动。',
    },
    todo: {
      en: 'Check that the folder can be written to and the disk is not full.',
      zh: '请检查该文件夹是否可写、磁盘是否已满。',
    },
  },
  'settings.invalid': {
    what: {
      en: 'The settings file {file} is not valid at "{where}": {reason}.',
      zh: '设置文件 {file} 在“{where}”处无效：{reason}。',
    },
    todo: {
      en: 'Correct this entry, or remove it to use the default. The file was left as it is.',
      zh: '请改正该项，或删除该项以使用默认值。文件未被改动。',
    },
  },
} as const satisfies ErrorCatalogue;

export type SettingsErrorCode = keyof typeof settingsErrorCatalogue;

/** A settings file that cannot be used. Nothing falls back to a default in its place. */
export class SettingsError extends WitnessError<SettingsErrorCode> {
  override readonly name = 'SettingsError';

  constructor(
    code: SettingsErrorCode,
    data: ErrorData = {},
    options?: { readonly cause?: unknown },
  ) {
    super(settingsErrorCatalogue[code], code, data, options);
  }
}
