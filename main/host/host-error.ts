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
  'host.no-second-display': {
    what: {
      en: 'There is no second display for the guest’s screen.',
      zh: '没有可供客人使用的第二块显示屏。',
    },
    todo: {
      en: 'Plug one in, and switch it on: the guest’s screen then opens there by itself. Until then the clerk’s screen shows both.',
      zh: '请连接并打开第二块显示屏，客人屏幕会自动在其上打开；在此之前，柜员屏幕同时显示两者。',
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
