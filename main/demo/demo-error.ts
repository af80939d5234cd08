import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can go wrong with a demonstration. */
export const demoErrorCatalogue = {
  'demo.faces-missing': {
    what: {
      en: 'The photographs of the demonstration are not installed.',
      zh: '演示用的照片尚未安装。',
    },
    todo: {
      en: 'Run `npm ci` in the checkout; the demonstration needs its development packages.',
      zh: '请在源码目录运行 `npm ci`；演示需要开发依赖包。',
    },
  },
  'demo.no-face': {
    what: {
      en: 'No face was found on the photograph that is to go on a card.',
      zh: '要写入证件的照片中未检测到人脸。',
    },
    todo: {
      en: 'Choose a photograph that shows one face from the front, large and sharp.',
      zh: '请选用一张正面、清晰且人脸较大的照片。',
    },
  },
  'demo.unknown-scene': {
    what: {
      en: 'The demonstration has no scene {scene}.',
      zh: '演示中没有名为 {scene} 的场景。',
    },
    todo: { en: 'Choose one of: {scenes}.', zh: '请选择以下场景之一：{scenes}。' },
  },
  'demo.no-card': {
    what: {
      en: 'No scene has been played yet, so there is no card to lay down.',
      zh: '尚未播放任何场景，因此没有可放置的证件。',
    },
    todo: { en: 'Play a scene first.', zh: '请先播放一个场景。' },
  },
  'demo.closed': {
    what: { en: 'The demonstration has ended.', zh: '演示已结束。' },
    todo: { en: 'Start the station again.', zh: '请重新启动核验台。' },
  },
} as const satisfies ErrorCatalogue;

export type DemoErrorCode = keyof typeof demoErrorCatalogue;

/** The demonstration cannot do what it was asked for. */
export class DemoError extends WitnessError<DemoErrorCode> {
  override readonly name = 'DemoError';

  constructor(code: DemoErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(demoErrorCatalogue[code], code, data, options);
  }
}
