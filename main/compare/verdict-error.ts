import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can be wrong with the rules of a verdict, or with the figures it is to be made from. */
export const verdictErrorCatalogue = {
  'verdict.far-unreadable': {
    what: {
      en: 'The false-accept rate "{far}" cannot be read.',
      zh: '无法识别误识率“{far}”。',
    },
    todo: {
      en: 'Write a number above 0 and below 1, such as 0.001 or 0.1%.',
      zh: '请填写大于 0 且小于 1 的数，例如 0.001 或 0.1%。',
    },
  },
  'verdict.far-not-offered': {
    what: {
      en: 'The false-accept rate {far} is not offered.',
      zh: '不支持误识率 {far}。',
    },
    todo: {
      en: 'Choose one of: {offered}.',
      zh: '请从以下误识率中选择：{offered}。',
    },
  },
  'verdict.attempts-invalid': {
    what: {
      en: 'The number of attempts {attempts} is not a whole number from 1 to {maximum}.',
      zh: '尝试次数 {attempts} 无效，应为 1 到 {maximum} 的整数。',
    },
    todo: {
      en: 'Choose how many photographs one guest may try.',
      zh: '请设定每位客人最多可尝试的次数。',
    },
  },
  'verdict.far-not-measured': {
    what: {
      en: 'A false-accept rate of {far} over {attempts} attempts needs {needed} for each, and so strict a rate was not measured.',
      zh: '若允许尝试 {attempts} 次且总误识率为 {far}，则每次误识率须不高于 {needed}，但该误识率未经实测。',
    },
    todo: {
      en: 'Allow fewer attempts, or choose one of the rates that are possible with {attempts}: {possible}.',
      zh: '请减少尝试次数，或选择 {attempts} 次尝试下可用的误识率：{possible}。',
    },
  },
  'verdict.no-thresholds': {
    what: {
      en: 'The engine gave the score {score} and does not say from which score on two photographs pass, so there is no verdict.',
      zh: '比对引擎给出分值 {score}，但未提供判定阈值，因此无法给出结论。',
    },
    todo: {
      en: "Enter the site's own table of false-accept rate and similarity in the settings; until then, check the guest by eye.",
      zh: '请在设置中填写本单位的“误识率—相似度”对照表；在此之前请人工核对。',
    },
  },
  'verdict.score-invalid': {
    what: {
      en: 'The comparison returned a score that is not a number from 0 to 100.',
      zh: '比对返回的分值不是 0 到 100 之间的数。',
    },
    todo: {
      en: 'Take the photograph again; if it happens again, check the guest by eye and call support.',
      zh: '请重新拍照；若仍然失败，请人工核对并联系技术支持。',
    },
  },
  'verdict.thresholds-invalid': {
    what: {
      en: 'The comparison returned thresholds that are no numbers or do not rise as the false-accept rate falls.',
      zh: '比对返回的阈值不是有效数值，或未随误识率降低而升高。',
    },
    todo: {
      en: 'Check the guest by eye and call support.',
      zh: '请人工核对并联系技术支持。',
    },
  },
} as const satisfies ErrorCatalogue;

export type VerdictErrorCode = keyof typeof verdictErrorCatalogue;

/** A verdict that cannot be made: the rules ask for what was not measured, or the figures are unusable. */
export class VerdictError extends WitnessError<VerdictErrorCode> {
  override readonly name = 'VerdictError';

  constructor(
    code: VerdictErrorCode,
    data: ErrorData = {},
    options?: { readonly cause?: unknown },
  ) {
    super(verdictErrorCatalogue[code], code, data, options);
  }
}
