import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What a station may be asked for when it cannot do it. */
export const hostErrorCatalogue = {
  'host.not-ready': {
    what: {
      en: 'The station is still starting, or could not start.',
      zh: '本系统正在启动，或未能启动。',
    },
    todo: {
      en: 'Wait a moment; if the screen names a problem, solve it first.',
      zh: '请稍候；若屏幕提示问题，请先解决。',
    },
  },
  'host.no-demo': {
    what: {
      en: 'This station does not run as a demonstration.',
      zh: '本系统未以演示方式运行。',
    },
    todo: {
      en: 'Start it with `npm start -- --demo` to play scenes.',
      zh: '如需演示，请使用 `npm start -- --demo` 启动。',
    },
  },
} as const satisfies ErrorCatalogue;

export type HostErrorCode = keyof typeof hostErrorCatalogue;

/** The station could not do what a screen asked for. */
export class HostError extends WitnessError<HostErrorCode> {
  override readonly name = 'HostError';

  constructor(code: HostErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(hostErrorCatalogue[code], code, data, options);
  }
}
