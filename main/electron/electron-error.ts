import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can be wrong with the window's host. */
export const electronErrorCatalogue = {
  'electron.not-installed': {
    what: {
      en: 'The Electron program is not installed, so there is no window to open.',
      zh: '未安装 Electron 程序，无法打开窗口。',
    },
    todo: {
      en: 'Run `npx install-electron` where the Internet can be reached, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that has it; `npm run demo` needs no window.',
      zh: '请在可访问互联网时运行 `npx install-electron`，或将 ELECTRON_OVERRIDE_DIST_PATH 设为已有 Electron 的文件夹；`npm run demo` 无需窗口。',
    },
  },
} as const satisfies ErrorCatalogue;

export type ElectronErrorCode = keyof typeof electronErrorCatalogue;

/** The window cannot be opened on this machine. */
export class ElectronError extends WitnessError<ElectronErrorCode> {
  override readonly name = 'ElectronError';

  constructor(
    code: ElectronErrorCode,
    data: ErrorData = {},
    options?: { readonly cause?: unknown },
  ) {
    super(electronErrorCatalogue[code], code, data, options);
  }
}
