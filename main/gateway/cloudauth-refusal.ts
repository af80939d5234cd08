import type { ErrorEntry, Sentence } from '../errors/witness-error.ts';
import { WitnessError } from '../errors/witness-error.ts';

/** An error of the platform in front of `CompareFaces`: `what.en` is the platform's own text. */
interface RefusalEntry extends ErrorEntry {
  readonly httpStatus: number;
}

const adjustProgram: Sentence = {
  en: 'The calling program has to be corrected.',
  zh: '请修正调用方程序。',
};
const checkPair: Sentence = {
  en: 'Compare the key pair in the calling program with `witness gateway keys list`.',
  zh: '请将调用方程序中的密钥与 `witness gateway keys list` 的结果核对。',
};
const checkClocks: Sentence = {
  en: 'Set the clocks of both machines and switch on time synchronisation.',
  zh: '请校准双方机器的时间，并开启自动同步。',
};
const wait: Sentence = { en: 'Wait a moment and try again.', zh: '请稍候重试。' };

const missing = (name: string): RefusalEntry => ({
  httpStatus: 400,
  what: { en: `${name} is mandatory for this action.`, zh: `缺少必需的参数 ${name}。` },
  todo: adjustProgram,
});

const refusal = (httpStatus: number, en: string, zh: string, todo: Sentence): RefusalEntry => ({
  httpStatus,
  what: { en, zh },
  todo,
});

/**
 * The codes a request can meet before `CompareFaces` looks at it, as the platform's public error lists
 * have them. Those from `InvalidParameter.Repeated` on are our own: the lists have none for them.
 */
export const refusalCatalogue = {
  MissingAction: missing('Action'),
  MissingVersion: missing('Version'),
  MissingAccessKeyId: missing('AccessKeyId'),
  MissingSignature: missing('Signature'),
  MissingSignatureMethod: missing('SignatureMethod'),
  MissingSignatureVersion: missing('SignatureVersion'),
  MissingSignatureNonce: missing('SignatureNonce'),
  MissingTimestamp: missing('Timestamp'),
  MissingSecurityToken: missing('SecurityToken'),
  MissingParameter: refusal(
    400,
    'An input parameter that is mandatory for processing this request is not supplied.',
    '缺少处理该请求所必需的参数。',
    adjustProgram,
  ),
  'InvalidTimeStamp.Format': refusal(
    400,
    'Specified time stamp or date value is not well formatted.',
    '请求中的时间格式不正确。',
    adjustProgram,
  ),
  'InvalidTimeStamp.Expired': refusal(
    400,
    'Specified time stamp or date value is expired.',
    '请求中的时间已过期，或与本机时间相差过大。',
    checkClocks,
  ),
  SignatureNonceUsed: refusal(
    400,
    'Specified signature nonce was used already.',
    '该请求的随机数已被使用过。',
    {
      en: 'Each request and each retry needs a new nonce; if the program does so, somebody replays its requests.',
      zh: '每次请求和重试都须使用新的随机数；若程序已如此，则可能有人在重放其请求。',
    },
  ),
  'InvalidAccessKeyId.NotFound': refusal(
    404,
    'Specified access key is not found.',
    '找不到该访问密钥。',
    checkPair,
  ),
  'InvalidAccessKeyId.Inactive': refusal(
    400,
    'Specified access key is disabled.',
    '该访问密钥已停用。',
    {
      en: 'Make a new one with `witness gateway keys add`.',
      zh: '请使用 `witness gateway keys add` 生成新的密钥。',
    },
  ),
  InvalidSignatureMethod: refusal(
    400,
    'Specified signature method is not valid.',
    '签名方法无效。',
    adjustProgram,
  ),
  IncompleteSignature: refusal(
    400,
    'The request signature does not conform to Aliyun standards.',
    '请求签名不符合规范。',
    adjustProgram,
  ),
  SignatureDoesNotMatch: refusal(
    400,
    'Specified signature is not matched with our calculation.',
    '请求签名与计算结果不一致。',
    checkPair,
  ),
  'InvalidSecurityToken.Malformed': refusal(
    400,
    'Specified SecurityToken is malformed.',
    '安全令牌无效：网关不签发临时令牌。',
    adjustProgram,
  ),
  'InvalidApi.NotFound': refusal(
    404,
    'Specified api is not found, please check your url and method.',
    '找不到所请求的接口。',
    {
      en: 'CompareFaces is at the path /, face/compare at /face/compare.',
      zh: 'CompareFaces 的路径为“/”，人脸比对的路径为“/face/compare”。',
    },
  ),
  'InvalidAction.NotFound': refusal(
    404,
    'Specified action is not found.',
    '找不到所请求的操作；网关只提供 CompareFaces。',
    adjustProgram,
  ),
  InvalidVersion: refusal(
    400,
    'Specified parameter Version is not valid.',
    '接口版本无效。',
    adjustProgram,
  ),
  'InvalidParameter.Format': refusal(
    400,
    'Specified parameter Format is not valid.',
    '参数 Format 无效，应为 JSON 或 XML。',
    adjustProgram,
  ),
  UnsupportedHTTPMethod: refusal(
    400,
    'This http method is not supported.',
    '不支持该 HTTP 方法。',
    { en: 'Send the request as POST.', zh: '请以 POST 方式发送请求。' },
  ),
  'InvalidProtocol.NeedSsl': refusal(
    400,
    'Your request is denied as lack of ssl protect.',
    '请求未使用 TLS，已被拒绝。',
    { en: 'Begin the address with https://.', zh: '请使用以 https:// 开头的地址。' },
  ),
  'Throttling.User': refusal(
    400,
    'Request was denied due to user flow control.',
    '该密钥的请求过于频繁。',
    wait,
  ),
  Throttling: refusal(
    400,
    'Request was denied due to request throttling.',
    '来自该地址的无效请求过于频繁。',
    wait,
  ),
  InternalError: refusal(
    500,
    'The request processing has failed due to some unknown error.',
    '服务内部出现未知错误。',
    { en: 'See the log of the gateway.', zh: '请查看网关日志。' },
  ),
  ServiceUnavailable: refusal(
    503,
    'The request has failed due to a temporary failure of the server.',
    '服务暂不可用或正忙。',
    wait,
  ),
  'InvalidParameter.Repeated': refusal(
    400,
    'A parameter or a signed header is given more than once.',
    '参数或参与签名的请求头重复出现。',
    adjustProgram,
  ),
  RequestBodyTooLarge: refusal(413, 'The request body is larger than 8 MB.', '请求体超过 8 MB。', {
    en: 'Send smaller photographs.',
    zh: '请使用较小的照片。',
  }),
} as const satisfies Readonly<Record<string, RefusalEntry>>;

export type RefusalCode = keyof typeof refusalCatalogue;

/** A `CompareFaces` request that was refused before its photographs were looked at. */
export class CloudauthRefusal extends WitnessError<RefusalCode> {
  override readonly name = 'CloudauthRefusal';
  readonly httpStatus: number;
  /** Milliseconds to wait before trying again. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: RefusalCode,
    options: { readonly cause?: unknown; readonly retryAfterMs?: number } = {},
  ) {
    super(refusalCatalogue[code], code, {}, options);
    this.httpStatus = refusalCatalogue[code].httpStatus;
    this.retryAfterMs = options.retryAfterMs;
  }
}
