import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can be wrong with a calibration: then there is no threshold, and so no comparison. */
export const calibrationErrorCatalogue = {
  'calibration.unreadable': {
    what: {
      en: 'The calibration {file} cannot be read: {reason}.',
      zh: '无法读取校准文件 {file}：{reason}。',
    },
    todo: {
      en: 'Check that it is there and may be read, or reinstall the product.',
      zh: '请确认该文件存在且有读取权限，或重新安装本产品。',
    },
  },
  'calibration.invalid': {
    what: {
      en: 'The calibration {file} is not valid ({where}: {reason}).',
      zh: '校准文件 {file} 无效（{where}：{reason}）。',
    },
    todo: {
      en: 'Make it again with `witness calibrate`, or reinstall the product. Do not edit it by hand.',
      zh: '请用 `witness calibrate` 重新生成，或重新安装本产品，切勿手工修改。',
    },
  },
  'calibration.edited': {
    what: {
      en: 'The calibration {file} was changed after it was measured, so its thresholds are not used.',
      zh: '校准文件 {file} 在测量后被修改过，其阈值不予使用。',
    },
    todo: {
      en: 'Restore the file from the release, or measure again with `witness calibrate`.',
      zh: '请用发行版中的原文件恢复，或用 `witness calibrate` 重新测量。',
    },
  },
  'calibration.other-models': {
    what: {
      en: 'The calibration {calibration} was made for another engine or other face models ({differing}), so its thresholds mean nothing here.',
      zh: '校准 {calibration} 是为其他引擎或人脸模型（{differing}）生成的，其阈值在此无效。',
    },
    todo: {
      en: 'Make one for these models with `witness calibrate`, or reinstall the product.',
      zh: '请用 `witness calibrate` 为当前模型重新校准，或重新安装本产品。',
    },
  },
  'calibration.unknown-population': {
    what: {
      en: 'There is no calibration named "{population}".',
      zh: '没有名为“{population}”的校准。',
    },
    todo: {
      en: 'Choose one of: {available}.',
      zh: '请从以下校准中选择：{available}。',
    },
  },
  'calibration.ambiguous-population': {
    what: {
      en: 'Several calibrations are named "{population}" ({files}).',
      zh: '有多份名为“{population}”的校准文件（{files}）。',
    },
    todo: {
      en: 'Keep one of them, or measure the others again under another name.',
      zh: '请只保留一份，或以其他名称重新生成其余校准。',
    },
  },
  'calibration.pair-not-covered': {
    what: {
      en: 'The calibration {calibration} has no table for comparing {pair}.',
      zh: '校准 {calibration} 不含 {pair} 的比对数据。',
    },
    todo: {
      en: 'Use a calibration that has: this one covers {covered}.',
      zh: '请改用包含该组合的校准：当前校准仅包含 {covered}。',
    },
  },
} as const satisfies ErrorCatalogue;

export type CalibrationErrorCode = keyof typeof calibrationErrorCatalogue;

/** A calibration that is missing, damaged, or made for something else. */
export class CalibrationError extends WitnessError<CalibrationErrorCode> {
  override readonly name = 'CalibrationError';

  constructor(
    code: CalibrationErrorCode,
    data: ErrorData = {},
    options?: { readonly cause?: unknown },
  ) {
    super(calibrationErrorCatalogue[code], code, data, options);
  }
}
