import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What a station's scores may look like, and what can be wrong with the file they are counted in. */
export const driftErrorCatalogue = {
  'drift.more-score-low': {
    what: {
      en: 'More guests score low than this station was calibrated for: {seen} of the last {comparisons} first attempts scored below {score}, {calibrated} were to be expected.',
      zh: '得分偏低的客人多于标定时：最近 {comparisons} 次首次比对中有 {seen} 低于 {score} 分，预期为 {calibrated}。',
    },
    todo: {
      en: 'Check the light, the camera and its lens, and what was changed at the counter; if all is well, calibrate with photographs of this site, taken with consent.',
      zh: '请检查光线、摄像头及镜头，以及柜台近期的变动；如均正常，请用本单位经同意拍摄的照片重新标定。',
    },
  },
  'drift.scores-lower': {
    what: {
      en: 'Scores are lower than this station was calibrated for: {seen} of the last {comparisons} first attempts scored below {score}, {calibrated} were to be expected; the median is {seenMedian} instead of {calibratedMedian}.',
      zh: '比对分值低于标定时：最近 {comparisons} 次首次比对中有 {seen} 低于 {score} 分，预期为 {calibrated}；中位数为 {seenMedian}，标定时为 {calibratedMedian}。',
    },
    todo: {
      en: 'Check the light, the camera and its lens, and what was changed at the counter before guests are turned away for it.',
      zh: '请在影响客人之前检查光线、摄像头及镜头，以及柜台近期的变动。',
    },
  },
  'drift.file-unreadable': {
    what: {
      en: 'The score statistics {file} cannot be read ({reason}).',
      zh: '无法读取分值统计文件 {file}（{reason}）。',
    },
    todo: {
      en: 'Check its permissions. Until the station is started anew, scores are counted without being kept; guests are served all the same.',
      zh: '请检查文件权限。重启之前，分值只计数而不保存，不影响接待客人。',
    },
  },
  'drift.file-invalid': {
    what: {
      en: 'The score statistics {file} are not valid at "{where}": {reason}.',
      zh: '分值统计文件 {file} 在“{where}”处无效：{reason}。',
    },
    todo: {
      en: 'Move the file away to begin counting anew, and start the station again. The file was left as it is; until then scores are counted without being kept.',
      zh: '请移走该文件并重启，即可重新开始计数。文件未被改动；在此之前，分值只计数而不保存。',
    },
  },
  'drift.not-written': {
    what: {
      en: 'The score statistics cannot be written to {file} ({reason}).',
      zh: '无法将分值统计写入 {file}（{reason}）。',
    },
    todo: {
      en: 'Check that the folder can be written to and the disk is not full; it is tried again by itself.',
      zh: '请检查该文件夹是否可写、磁盘是否已满；系统会自动重试。',
    },
  },
} as const satisfies ErrorCatalogue;

export type DriftErrorCode = keyof typeof driftErrorCatalogue;

/** Scores that drifted, or statistics that cannot be kept. A counter goes on serving with either. */
export class DriftError extends WitnessError<DriftErrorCode> {
  override readonly name = 'DriftError';

  constructor(code: DriftErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(driftErrorCatalogue[code], code, data, options);
  }
}
