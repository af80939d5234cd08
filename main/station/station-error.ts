import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can be wrong with a verification as a whole. */
export const stationErrorCatalogue = {
  'station.no-frame': {
    what: { en: 'There is no camera frame of the guest.', zh: '没有客人的摄像头画面。' },
    todo: {
      en: 'Check that the camera works, and try again.',
      zh: '请检查摄像头是否正常，然后重试。',
    },
  },
  'station.not-looking': {
    what: {
      en: 'These camera frames are not of a guest who is waited for; they were not compared.',
      zh: '当前没有等待核验的客人，这些摄像头画面未作比对。',
    },
    todo: {
      en: 'Lay the card on the reader again; new frames are taken by themselves.',
      zh: '请重新放置身份证，系统会自动重新拍照。',
    },
  },
} as const satisfies ErrorCatalogue;

export type StationErrorCode = keyof typeof stationErrorCatalogue;

/** A verification that could not take place. */
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
