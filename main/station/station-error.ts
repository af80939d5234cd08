import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can be wrong with a verification as a whole, or with what somebody wants done in it. */
export const stationErrorCatalogue = {
  'station.no-frame': {
    what: { en: 'There is no camera frame of the guest.', zh: '没有客人的摄像头画面。' },
    todo: {
      en: 'Check that the camera works, and try again.',
      zh: '请检查摄像头是否正常，然后重试。',
    },
  },
  'station.card-lifted-early': {
    what: {
      en: 'The card was taken away before the check was finished; nothing was decided.',
      zh: '核验尚未完成，身份证已被取走，未作出结论。',
    },
    todo: {
      en: 'Lay the card on the reader again and leave it there until the result is shown.',
      zh: '请重新放上身份证，看到结果后再取走。',
    },
  },
  'station.visit-over': {
    what: {
      en: 'The check this was meant for is over; nothing was done.',
      zh: '该次核验已经结束，本次操作未执行。',
    },
    todo: {
      en: 'See on the screen which guest is at the counter now.',
      zh: '请查看屏幕，确认当前客人。',
    },
  },
  'station.not-now': {
    what: {
      en: 'This cannot be done at this point of the check; nothing was changed.',
      zh: '核验的当前步骤不能进行此操作，未作任何改动。',
    },
    todo: { en: 'Go on as the screen says.', zh: '请按屏幕提示继续。' },
  },
  'station.guardian-needed': {
    what: {
      en: 'The guest is under 14, or the card does not tell the age: a guardian must agree.',
      zh: '客人未满 14 周岁，或无法从证件得知年龄，须由监护人同意。',
    },
    todo: {
      en: 'Ask the guardian to answer, or go on without face.',
      zh: '请监护人作答，或选择不使用人脸。',
    },
  },
  'station.decide-first': {
    what: {
      en: 'This check still needs a decision by a member of staff.',
      zh: '该次核验尚待工作人员决定。',
    },
    todo: {
      en: 'Decide it first; the next guest may come then.',
      zh: '请先作出决定，再接待下一位客人。',
    },
  },
  'station.card-gone': {
    what: {
      en: 'The card no longer lies on the reader, so the guest cannot try again.',
      zh: '身份证已不在读卡器上，客人无法重试。',
    },
    todo: {
      en: 'Ask the guest to lay it down again, and allow another try then.',
      zh: '请客人重新放上身份证，再允许重试。',
    },
  },
  'station.card-not-valid': {
    what: {
      en: 'The card is not valid today, so no face is compared with it.',
      zh: '证件今日不在有效期内，不能用于人脸比对。',
    },
    todo: {
      en: 'Ask for another document, and decide about the guest yourself.',
      zh: '请客人出示其他证件，并由工作人员决定。',
    },
  },
} as const satisfies ErrorCatalogue;

export type StationErrorCode = keyof typeof stationErrorCatalogue;

/** A verification that could not take place, or not go on as somebody wanted. */
export class StationError extends WitnessError<StationErrorCode> {
  override readonly name = 'StationError';

  constructor(
    code: StationErrorCode,
    data: ErrorData = {},
    options?: { readonly cause?: unknown },
  ) {
    super(stationErrorCatalogue[code], code, data, options);
  }
}
