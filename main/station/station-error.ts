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
