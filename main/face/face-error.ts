import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can be wrong with a photograph or the engine that looks at it. */
export const faceErrorCatalogue = {
  'image.empty': {
    what: { en: 'The photograph has no bytes.', zh: '照片内容为空。' },
    todo: { en: 'Take or choose the photograph again.', zh: '请重新拍摄或选择照片。' },
  },
  'image.too-many-bytes': {
    what: {
      en: 'The photograph is {bytes} bytes; at most {limit} are accepted.',
      zh: '照片大小为 {bytes} 字节，最多接受 {limit} 字节。',
    },
    todo: { en: 'Use a smaller file.', zh: '请使用较小的文件。' },
  },
  'image.too-many-pixels': {
    what: {
      en: 'The photograph is {width} × {height} pixels; at most {limit} pixels are accepted.',
      zh: '照片尺寸为 {width} × {height} 像素，最多接受 {limit} 像素。',
    },
    todo: { en: 'Reduce it before comparing.', zh: '请先缩小照片再比对。' },
  },
  'image.too-small': {
    what: {
      en: 'The photograph is only {width} × {height} pixels; at least {limit} a side are needed.',
      zh: '照片只有 {width} × {height} 像素，每边至少需要 {limit} 像素。',
    },
    todo: { en: 'Use a larger photograph.', zh: '请使用更大的照片。' },
  },
  'image.not-an-image': {
    what: {
      en: 'The bytes are no JPEG, PNG, WebP or BMP photograph.',
      zh: '该文件不是 JPEG、PNG、WebP 或 BMP 照片。',
    },
    todo: { en: 'Choose a photograph in one of these formats.', zh: '请选择上述格式的照片。' },
  },
  'image.unsupported': {
    what: {
      en: 'This kind of {format} photograph is not read here ({kind}).',
      zh: '不支持此类 {format} 照片（{kind}）。',
    },
    todo: {
      en: 'Save it as a JPEG, a PNG or a 24-bit BMP.',
      zh: '请另存为 JPEG、PNG 或 24 位 BMP 格式。',
    },
  },
  'image.damaged': {
    what: {
      en: 'The {format} photograph is damaged or cut off ({reason}).',
      zh: '{format} 照片已损坏或不完整（{reason}）。',
    },
    todo: { en: 'Take or choose the photograph again.', zh: '请重新拍摄或选择照片。' },
  },
  'engine.model-rejected': {
    what: {
      en: 'The inference runtime cannot load the model {model}: {reason}.',
      zh: '推理运行库无法加载模型 {model}：{reason}。',
    },
    todo: {
      en: 'Run `witness doctor`; the processor may lack an instruction set the runtime needs.',
      zh: '请运行 `witness doctor`；处理器可能缺少所需的指令集。',
    },
  },
  'engine.bad-output': {
    what: {
      en: 'The {model} model gave no usable answer for this face.',
      zh: '模型 {model} 未能对此人脸给出有效结果。',
    },
    todo: {
      en: 'Try another photograph; if it happens again, run `witness doctor`.',
      zh: '请换一张照片重试；若再次出现，请运行 `witness doctor`。',
    },
  },
} as const satisfies ErrorCatalogue;

export type FaceErrorCode = keyof typeof faceErrorCatalogue;

/** A photograph that could not be looked at. It is never a "no match": no comparison took place. */
export class FaceError extends WitnessError<FaceErrorCode> {
  override readonly name = 'FaceError';

  constructor(code: FaceErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(faceErrorCatalogue[code], code, data, options);
  }
}

/** Whether a code is one of this room's: for errors that crossed a process. */
export const isFaceErrorCode = (code: string): code is FaceErrorCode =>
  Object.hasOwn(faceErrorCatalogue, code);
