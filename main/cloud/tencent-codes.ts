import type { ErrorEntry, Sentence } from '../errors/witness-error.ts';

/** What a code of Tencent's image service is about, which says what may help. */
export type TencentErrorKind =
  /** The service itself is out of order: another try may do. */
  | 'service'
  /** Too many calls: another try may do, after a while. */
  | 'throttled'
  | 'key'
  | 'clock'
  /** The account, its quota, or the service being withdrawn. */
  | 'account'
  /** One of the photographs; `fail_flag` says which. */
  | 'picture'
  /** The request, or a part of the service that comparing two photographs does not touch. */
  | 'request';

/**
 * Code → what it is about, and its meaning. The Chinese is the page's own, letter for letter; 16, 24, 25
 * and -1313 are from its later editions.
 */
const meanings = {
  '3': ['request', 'wrong request', '错误的请求'],
  '4': ['key', 'the signature is empty', '签名为空'],
  '5': ['key', 'the signature is malformed', '签名串错误'],
  '6': ['key', "the signature's AppID is not that of the request", '签名中的appid与操作目标不匹配'],
  '9': ['clock', 'the signature has expired', '签名过期'],
  '10': ['key', 'there is no such AppID', 'appid不存在'],
  '11': ['key', 'there is no such SecretId', 'secretid不存在'],
  '12': ['key', 'AppID and SecretId do not belong together', 'appid和secretid不匹配'],
  '13': ['request', 'replay of a signature for one use', '重放攻击'],
  '14': ['key', 'the signature is wrong', '签名校验失败'],
  '15': ['throttled', 'too many calls', '操作太频繁，触发频控'],
  '16': ['request', 'there is no such bucket', 'Bucket不存在'],
  '21': ['request', 'invalid parameter', '无效参数'],
  '23': ['request', 'the request is too large', '请求包体过大'],
  '24': ['account', 'the service is being withdrawn, or not allowed', '接口即将下线或无权限'],
  '25': ['account', 'the quota is used up', '配额已用完'],
  '107': ['service', 'authentication is out of order', '鉴权服务不可用'],
  '108': ['service', 'authentication is out of order', '鉴权服务不可用'],
  '213': ['service', 'internal error', '内部错误'],
  '-1101': ['picture', 'no face was found', '人脸检测失败'],
  '-1102': ['picture', 'the picture cannot be decoded', '图片解码失败'],
  '-1103': ['picture', 'the features cannot be worked out', '特征处理失败'],
  '-1104': ['picture', 'the outline cannot be worked out', '提取轮廓错误'],
  '-1105': ['picture', 'the sex cannot be worked out', '提取性别错误'],
  '-1106': ['picture', 'the expression cannot be worked out', '提取表情错误'],
  '-1107': ['picture', 'the age cannot be worked out', '提取年龄错误'],
  '-1108': ['picture', 'the pose cannot be worked out', '提取姿态错误'],
  '-1109': ['picture', 'glasses cannot be worked out', '提取眼镜错误'],
  '-1200': ['request', 'the features cannot be stored', '特征存储错误'],
  '-1300': ['picture', 'the picture is empty', '图片为空'],
  '-1301': ['request', 'a parameter is empty', '参数为空'],
  '-1302': ['request', 'there is such a person already', '个体已存在'],
  '-1303': ['request', 'there is no such person', '个体不存在'],
  '-1304': ['request', 'a parameter is too long', '参数过长'],
  '-1305': ['request', 'there is no such face', '人脸不存在'],
  '-1306': ['request', 'there is no such group', '组不存在'],
  '-1307': ['request', 'there is no such list of groups', '组列表不存在'],
  '-1308': ['picture', 'the picture cannot be fetched from its address', 'url图片下载失败'],
  '-1309': ['request', 'too many faces', '人脸个数超过限制'],
  '-1310': ['request', 'too many persons', '个体个数超过限制'],
  '-1311': ['request', 'too many groups', '组个数超过限制'],
  '-1312': ['request', 'nearly the same face is there already', '对个体添加了几乎相同的人脸'],
  '-1313': ['request', 'a parameter has characters it must not have', '参数包含非法字符'],
  '-1400': ['picture', 'the picture is of an illegal format', '非法的图片格式'],
  '-1403': ['picture', 'the picture cannot be fetched', '图片下载失败'],
  /** Code 3 with the message `account abnormal,errorno is:2`. */
  'account-stopped': ['account', 'the account is stopped for debt', '账号因欠费已停服'],
} as const satisfies Readonly<Record<string, readonly [TencentErrorKind, string, string]>>;

export type TencentCode = keyof typeof meanings;

/** Whether a number the service answered with is one of its known codes. */
export const isTencentCode = (code: string): code is TencentCode => Object.hasOwn(meanings, code);

export const kindOfTencentCode = (code: TencentCode): TencentErrorKind => meanings[code][0];

const byEye: Sentence = {
  en: 'Check the guest by eye, and give this code to support.',
  zh: '请人工核对，并将此代码告知技术支持。',
};

const todos: Readonly<Record<TencentErrorKind, Sentence>> = {
  service: {
    en: 'Try again in a minute; until then, check the guest by eye.',
    zh: '请稍后重试；恢复之前请人工核对。',
  },
  throttled: {
    en: 'Try again in a minute; if it happens often, have the limit raised.',
    zh: '请稍后重试；若经常出现，请申请提高限额。',
  },
  key: {
    en: 'Check AppID, SecretId and SecretKey in the cloud console.',
    zh: '请在云控制台核对 AppID、SecretId 和 SecretKey。',
  },
  clock: {
    en: 'Set the clock of this computer and switch on time synchronisation.',
    zh: '请校准本机时间，并开启自动同步。',
  },
  account: {
    en: 'Settle it in the cloud console, or choose another engine in the settings; until then, check the guest by eye.',
    zh: '请在云控制台处理，或在设置中改用其他比对引擎；在此之前请人工核对。',
  },
  picture: {
    en: 'Take the photograph again; if it happens again, check the guest by eye.',
    zh: '请重新拍照；若仍然失败，请人工核对。',
  },
  request: byEye,
};

/** What a code means to a person. */
export const tencentEntry = (code: TencentCode): ErrorEntry => {
  const [kind, en, zh] = meanings[code];
  return {
    what: { en: `Tencent answered ${code}: ${en}.`, zh: `腾讯云返回 ${code}：${zh}。` },
    todo: todos[kind],
  };
};

export const tencentCodes = Object.keys(meanings) as readonly TencentCode[];
