import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** How the face engine's process can let a comparison down. */
export const engineErrorCatalogue = {
  'engine.crashed': {
    what: {
      en: 'The face engine stopped unexpectedly ({reason}); this comparison has no result.',
      zh: '人脸引擎意外停止（{reason}），本次比对没有结果。',
    },
    todo: {
      en: 'It is being started again: repeat the comparison.',
      zh: '引擎正在重新启动，请重新比对。',
    },
  },
  'engine.timed-out': {
    what: {
      en: 'The face engine did not answer within {afterMs} ms; this comparison has no result.',
      zh: '人脸引擎在 {afterMs} 毫秒内没有响应，本次比对没有结果。',
    },
    todo: {
      en: 'Repeat the comparison; if it happens again, restart the station.',
      zh: '请重新比对；若再次出现，请重启本系统。',
    },
  },
  'engine.did-not-start': {
    what: {
      en: 'The face engine did not start ({reason}).',
      zh: '人脸引擎未能启动（{reason}）。',
    },
    todo: {
      en: 'Run `witness doctor`, which says what is missing.',
      zh: '请运行 `witness doctor` 查看缺少什么。',
    },
  },
  'engine.models-changed': {
    what: {
      en: 'The face models were replaced while the station was running.',
      zh: '系统运行期间人脸模型被替换。',
    },
    todo: {
      en: 'Restart the station, so that the thresholds of the new models are used.',
      zh: '请重启本系统，以使用与新模型相应的阈值。',
    },
  },
  'engine.closed': {
    what: { en: 'The face engine was shut down.', zh: '人脸引擎已关闭。' },
    todo: { en: 'Start the station again.', zh: '请重新启动本系统。' },
  },
} as const satisfies ErrorCatalogue;

export type EngineErrorCode = keyof typeof engineErrorCatalogue;

/** The engine's process failed. Never a "no match": no comparison took place. */
export class EngineError extends WitnessError<EngineErrorCode> {
  override readonly name = 'EngineError';

  constructor(code: EngineErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(engineErrorCatalogue[code], code, data, options);
  }
}
