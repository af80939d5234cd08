import {
  WitnessError,
  type ErrorCatalogue,
  type ErrorData,
} from '../../main/errors/witness-error.ts';

/** What can be wrong with the script of an emulated reader. */
export const emulatorErrorCatalogue = {
  'emulator.unknown-fault': {
    what: { en: 'There is no fault "{fault}".', zh: '没有名为“{fault}”的故障。' },
    todo: { en: 'Choose one of: {known}.', zh: '请从以下各项中选择：{known}。' },
  },
  'emulator.bad-fault': {
    what: {
      en: 'The fault "{fault}" cannot be used: {reason}.',
      zh: '故障“{fault}”无法使用：{reason}。',
    },
    todo: { en: 'Write it as {usage}.', zh: '请写成 {usage}。' },
  },
  'emulator.bad-card': {
    what: { en: 'The card description is not valid: {reason}.', zh: '证件描述无效：{reason}。' },
    todo: { en: 'Correct the card file.', zh: '请修改证件文件。' },
  },
  'emulator.bad-sam-id': {
    what: {
      en: 'The identity of a security module looks like 05.03-20200102-0001234567-0890123456, not like this.',
      zh: '安全模块编号的格式应为 05.03-20200102-0001234567-0890123456。',
    },
    todo: { en: 'Correct it.', zh: '请修改。' },
  },
  'emulator.plugged-in-already': {
    what: {
      en: 'The emulated reader is plugged in already.',
      zh: '模拟阅读器已经插在端口上。',
    },
    todo: { en: 'Unplug it first.', zh: '请先拔下。' },
  },
  'emulator.wrong-photo-size': {
    what: {
      en: 'The photo on a card has {expected} bytes, not {bytes}.',
      zh: '证件内的照片应为 {expected} 字节，实际为 {bytes} 字节。',
    },
    todo: {
      en: 'Fit the picture first; to send a wrong size on purpose, use the fault photo-length.',
      zh: '请先压缩图片；若要有意发送错误的长度，请使用 photo-length 故障。',
    },
  },
} as const satisfies ErrorCatalogue;

export type EmulatorErrorCode = keyof typeof emulatorErrorCatalogue;

/** An emulated reader was given something it cannot play. */
export class EmulatorError extends WitnessError<EmulatorErrorCode> {
  override readonly name = 'EmulatorError';

  constructor(code: EmulatorErrorCode, data?: ErrorData, options?: { readonly cause?: unknown }) {
    super(emulatorErrorCatalogue[code], code, data, options);
  }
}
