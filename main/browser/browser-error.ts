import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can keep the station from being served to a browser. */
export const browserErrorCatalogue = {
  'browser.port-taken': {
    what: {
      en: 'Port {port} of this machine is taken by another program.',
      zh: '本机端口 {port} 已被其他程序占用。',
    },
    todo: {
      en: 'Close the other program, which may be this station already running, or choose another port with `--port`.',
      zh: '请关闭占用端口的程序（可能是已在运行的本系统），或使用 `--port` 选择其他端口。',
    },
  },
  'browser.not-served': {
    what: {
      en: 'The station cannot be served on port {port} ({reason}).',
      zh: '无法在端口 {port} 提供服务（{reason}）。',
    },
    todo: { en: 'Choose another port with `--port`.', zh: '请使用 `--port` 选择其他端口。' },
  },
  'browser.no-bundle': {
    what: { en: 'The pages of the station have not been built.', zh: '尚未构建本系统的页面。' },
    todo: { en: 'Run `npm run build`.', zh: '请运行 `npm run build`。' },
  },
} as const satisfies ErrorCatalogue;

export type BrowserErrorCode = keyof typeof browserErrorCatalogue;

/** The browser host could not start. */
export class BrowserError extends WitnessError<BrowserErrorCode> {
  override readonly name = 'BrowserError';

  constructor(
    code: BrowserErrorCode,
    data: ErrorData = {},
    options?: { readonly cause?: unknown },
  ) {
    super(browserErrorCatalogue[code], code, data, options);
  }
}
