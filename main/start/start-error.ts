import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can keep `npm start` from opening the window it was asked for. */
export const startErrorCatalogue = {
  'start.no-electron': {
    what: {
      en: 'The Electron program is not installed, and could not be fetched.',
      zh: '未安装 Electron 程序，且无法下载。',
    },
    todo: {
      en: 'Run `npx install-electron` where the Internet can be reached, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that has it; without `--electron` the station is served to a browser.',
      zh: '请在可访问互联网时运行 `npx install-electron`，或将 ELECTRON_OVERRIDE_DIST_PATH 设为已有 Electron 的文件夹；不加 `--electron` 时将在浏览器中使用本系统。',
    },
  },
} as const satisfies ErrorCatalogue;

export type StartErrorCode = keyof typeof startErrorCatalogue;

/** The station could not be started as it was asked for. */
export class StartError extends WitnessError<StartErrorCode> {
  override readonly name = 'StartError';

  constructor(code: StartErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(startErrorCatalogue[code], code, data, options);
  }
}
