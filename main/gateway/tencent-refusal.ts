import { WitnessError, type ErrorEntry, type Sentence } from '../errors/witness-error.ts';

/** An error of `face/compare`: `what.zh` is the text of its page. */
interface RefusalEntry extends ErrorEntry {
  readonly httpStatus: number;
}

const adjustProgram: Sentence = {
  en: 'The calling program has to be corrected.',
  zh: '请修正调用方程序。',
};
const checkPair: Sentence = {
  en: 'Compare AppID, SecretId and SecretKey in the calling program with `witness gateway keys list`.',
  zh: '请将调用方程序中的 AppID、SecretId、SecretKey 与 `witness gateway keys list` 的结果核对。',
};
const newPhotograph: Sentence = {
  en: 'Take or choose the photograph again.',
  zh: '请重新拍摄或选择照片。',
};
const wait: Sentence = { en: 'Wait a moment and try again.', zh: '请稍候重试。' };

const refusal = (httpStatus: number, zh: string, en: string, todo: Sentence): RefusalEntry => ({
  httpStatus,
  what: { en, zh },
  todo,
});

/**
 * The codes of `face/compare` that this gateway gives. Their HTTP status is not documented: those that
 * speak of a photograph come with 200, the others with what HTTP has for their kind.
 */
export const tencentCatalogue = {
  '3': refusal(400, '错误的请求', 'The request is not right.', adjustProgram),
  '4': refusal(401, '签名为空', 'There is no signature.', adjustProgram),
  '5': refusal(401, '签名串错误', 'The signature is not well formed.', adjustProgram),
  '6': refusal(
    403,
    '签名中的appid与操作目标不匹配',
    'The appid of the request is not that of its signature.',
    adjustProgram,
  ),
  '9': refusal(401, '签名过期', 'The signature has expired.', {
    en: 'Set the clocks of both machines; a signature may live up to 90 days.',
    zh: '请校准双方机器的时间；签名有效期最长为 90 天。',
  }),
  '10': refusal(403, 'appid不存在', 'There is no such appid.', checkPair),
  '11': refusal(403, 'secretid不存在', 'There is no such SecretId.', checkPair),
  '12': refusal(
    403,
    'appid和secretid不匹配',
    'The SecretId does not belong to this appid.',
    checkPair,
  ),
  '13': refusal(403, '重放攻击', 'This signature was good for once and has been used.', {
    en: 'Make a new signature for each request; if the program does so, somebody replays its requests.',
    zh: '每次请求须生成新的签名；若程序已如此，则可能有人在重放其请求。',
  }),
  '14': refusal(401, '签名校验失败', 'The signature does not hold.', checkPair),
  '15': refusal(429, '操作太频繁，触发频控', 'Too many requests.', wait),
  '21': refusal(400, '无效参数', 'A parameter is not valid.', adjustProgram),
  '23': refusal(413, '请求包体过大', 'The request is too large.', {
    en: 'Send smaller photographs: up to 2 MB each, 8 MB together.',
    zh: '请使用较小的照片：单张不超过 2 MB，合计不超过 8 MB。',
  }),
  '24': refusal(403, '接口即将下线或无权限', 'This key may not be used from there.', {
    en: 'The networks a key may be used from are given when it is made.',
    zh: '密钥允许使用的网络在生成密钥时指定。',
  }),
  '107': refusal(503, '鉴权服务不可用', 'The keys cannot be read.', {
    en: 'See the log of the gateway.',
    zh: '请查看网关日志。',
  }),
  '108': refusal(503, '鉴权服务不可用', 'The memory of requests cannot be used.', {
    en: 'See the log of the gateway.',
    zh: '请查看网关日志。',
  }),
  '213': refusal(500, '内部错误', 'Something failed inside the gateway.', {
    en: 'See the log of the gateway.',
    zh: '请查看网关日志。',
  }),
  '-1101': refusal(200, '人脸检测失败', 'No face was found.', {
    en: 'Ask the guest to face the camera in good light, and take the photograph again.',
    zh: '请让客人在光线充足处正对摄像头，重新拍照。',
  }),
  '-1102': refusal(200, '图片解码失败', 'The photograph cannot be decoded.', newPhotograph),
  '-1103': refusal(200, '特征处理失败', 'The faces could not be compared.', newPhotograph),
  '-1300': refusal(200, '图片为空', 'The photograph is empty.', newPhotograph),
  '-1301': refusal(200, '参数为空', 'A photograph is missing.', adjustProgram),
  '-1308': refusal(200, 'url图片下载失败', 'The photograph could not be fetched.', {
    en: 'Send the photograph itself: fetching is off unless the settings of the gateway allow it.',
    zh: '请直接发送照片：除非网关设置允许，否则不会下载图片。',
  }),
  '-1400': refusal(200, '非法的图片格式', 'This is no photograph.', newPhotograph),
} as const satisfies Readonly<Record<string, RefusalEntry>>;

export type TencentCode = keyof typeof tencentCatalogue;

interface RefusalOptions {
  readonly cause?: unknown;
  /** Which photograph is at fault. */
  readonly failFlag?: 1 | 2;
  /** Milliseconds to wait before trying again. */
  readonly retryAfterMs?: number;
  /** Where the usual one for the code does not say enough. */
  readonly httpStatus?: number;
}

/** A `face/compare` request that has no similarity for an answer. */
export class TencentRefusal extends WitnessError<TencentCode> {
  override readonly name = 'TencentRefusal';
  readonly httpStatus: number;
  readonly failFlag: 1 | 2 | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: TencentCode, options: RefusalOptions = {}) {
    super(tencentCatalogue[code], code, {}, options);
    this.httpStatus = options.httpStatus ?? tencentCatalogue[code].httpStatus;
    this.failFlag = options.failFlag;
    this.retryAfterMs = options.retryAfterMs;
  }
}
