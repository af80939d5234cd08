import { WitnessError, type ErrorData, type ErrorEntry } from '../errors/witness-error.ts';

/** An error of the `CompareFaces` contract: its texts are the official ones, letter for letter. */
export interface CompareFacesErrorEntry extends ErrorEntry {
  /** HTTP status the contract gives the code. */
  readonly httpStatus: 400 | 403 | 500;
}

/** All error codes of CloudAuth's `CompareFaces` page ("错误码"), and what the operator should do. */
export const compareFacesCatalogue = {
  'Error.InternalError': {
    httpStatus: 500,
    what: {
      en: 'The request processing has failed due to some unknown error.',
      zh: '服务内部出现未知错误，请联系技术支持排查。',
    },
    todo: {
      en: 'Try once more; if it happens again, check the guest by eye and call support.',
      zh: '请重试一次；若仍然失败，请人工核对并联系技术支持。',
    },
  },
  'InvalidParam.ParamMissing': {
    httpStatus: 403,
    what: {
      // "imput" is the official spelling; programs written against the contract may compare it.
      en: 'Please check if there is param empty in your imput.',
      zh: '参数错误，请检查参数是否为空。',
    },
    todo: {
      en: 'Give both photographs and the type of each.',
      zh: '请提供两张图片以及各自的类型。',
    },
  },
  'Error.NoPermissionAccess': {
    httpStatus: 403,
    what: {
      en: 'No permission to access our service.',
      zh: '没有权限访问服务，请确认是否服务已开通。',
    },
    todo: {
      en: 'Check in the settings that the access key is right and in the cloud console that the service is switched on.',
      zh: '请检查设置中的访问密钥是否正确，并在云控制台确认服务已开通。',
    },
  },
  'Error.CompareFacesError': {
    httpStatus: 500,
    what: {
      en: 'CompareFaces action failed due to internal error.',
      zh: '人脸比对过程中出现内部未知错误，请联系技术支持排查。',
    },
    todo: {
      en: 'Take the photograph again; if it happens again, check the guest by eye and call support.',
      zh: '请重新拍照；若仍然失败，请人工核对并联系技术支持。',
    },
  },
  'InvalidParam.ImageTypeEmpty': {
    httpStatus: 400,
    what: {
      en: 'The image type is empty.',
      zh: 'SourceImageType 或者 TargetImageType 字段为空。',
    },
    todo: {
      en: 'Say of each photograph whether it is a FacePic or an IDPic.',
      zh: '请为每张图片指明类型：FacePic（人脸照）或 IDPic（身份证芯片照）。',
    },
  },
  'InvalidParam.FacePicNotGiven': {
    httpStatus: 400,
    what: {
      en: 'At least one of the two given images has a type of FacePic.',
      zh: '进行比对的两个图片中，至少其中一个图片的类型应该设置为人脸照`FacePic`。',
    },
    todo: {
      en: 'Compare a card photo with a photograph of the person, not with another card photo.',
      zh: '请用身份证芯片照与本人现场照片比对，不要用两张芯片照互相比对。',
    },
  },
  'InvalidParam.ImageValuePatternError': {
    httpStatus: 400,
    what: {
      en: 'The pattern of value of given image is not acceptable.',
      zh: '图片地址格式错误，请检查 ImageValue 是否符合图片地址格式的要求。',
    },
    todo: {
      en: 'Send the photograph as the bytes of an image file, or as base64:// followed by them in Base64.',
      zh: '请以图片文件内容传入，或使用“base64://”加图片的 Base64 编码。',
    },
  },
  'InvalidParam.ImageTypeInvalid': {
    httpStatus: 400,
    what: {
      en: 'The image type is not valid.',
      zh: 'SourceImageType / TargetImageType 取值不为 `FacePic` 或者 `IDPic`。',
    },
    todo: {
      en: 'Use FacePic for a photograph of the person and IDPic for the photo from the card.',
      zh: '本人照片请使用 FacePic，身份证芯片照请使用 IDPic。',
    },
  },
  'Error.NoFaceDetected': {
    httpStatus: 400,
    what: {
      en: 'No face detected from given images.',
      zh: '指定图片中没有检测到人脸。',
    },
    todo: {
      en: 'Ask the guest to face the camera in good light, without mask or sunglasses, and take the photograph again.',
      zh: '请让客人摘下口罩和墨镜，在光线充足处正对摄像头，重新拍照。',
    },
  },
} as const satisfies Record<string, CompareFacesErrorEntry>;

export type CompareFacesErrorCode = keyof typeof compareFacesCatalogue;

/** Which photograph of a comparison an error is about. */
export type WhichPhotograph = 'source' | 'target' | 'both';

/** Facts about a failed comparison. `which` says which photograph is at fault, where that is known. */
export type CompareFacesErrorData = ErrorData & { readonly which?: WhichPhotograph };

/**
 * A comparison that gave no score, in the terms of the `CompareFaces` contract.
 *
 * @example
 * ```ts
 * throw new CompareFacesError('Error.NoFaceDetected', { which: 'target' });
 * ```
 */
export class CompareFacesError extends WitnessError<CompareFacesErrorCode> {
  override readonly name = 'CompareFacesError';
  /** HTTP status the contract gives this code: 400, 403 or 500. */
  readonly httpStatus: CompareFacesErrorEntry['httpStatus'];

  constructor(
    code: CompareFacesErrorCode,
    data: CompareFacesErrorData = {},
    options?: { readonly cause?: unknown },
  ) {
    super(entryAbout(compareFacesCatalogue[code], data.which), code, data, options);
    this.httpStatus = compareFacesCatalogue[code].httpStatus;
  }
}

/** The contract calls the photographs 图片1 and 图片2; people need to hear which of them is meant. */
const photographNames = {
  source: { en: 'This is about the first photograph (source).', zh: '问题出在图片1（source）。' },
  target: { en: 'This is about the second photograph (target).', zh: '问题出在图片2（target）。' },
  both: { en: 'This is about both photographs.', zh: '两张图片均有此问题。' },
} as const;

/** An entry that says which photograph it is about, where that is known. */
export const entryAbout = (entry: ErrorEntry, which: WhichPhotograph | undefined): ErrorEntry => {
  if (which === undefined) return entry;
  const named = photographNames[which];
  return {
    what: entry.what,
    todo: { en: `${named.en} ${entry.todo.en}`, zh: `${named.zh}${entry.todo.zh}` },
  };
};
