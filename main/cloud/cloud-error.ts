import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can go wrong between this station and a cloud comparison, besides what the comparison itself says. */
export const cloudErrorCatalogue = {
  'cloud.no-consent': {
    what: {
      en: 'The guest has not agreed to pictures being sent to the cloud, so nothing was sent.',
      zh: '客人未同意将照片发送至云端，因此未发送任何照片。',
    },
    todo: {
      en: 'Check the guest by eye, or ask for this consent.',
      zh: '请人工核对，或征得客人同意后再比对。',
    },
  },
  'cloud.no-credentials': {
    what: {
      en: 'The access key of the cloud service is missing ({missing}).',
      zh: '缺少云服务的访问密钥（{missing}）。',
    },
    todo: {
      en: 'Set these environment variables and start the station again.',
      zh: '请设置上述环境变量，然后重新启动本系统。',
    },
  },
  'cloud.credentials-refused': {
    what: {
      en: 'The cloud service does not accept the access key ({code}).',
      zh: '云服务不接受该访问密钥（{code}）。',
    },
    todo: {
      en: 'Check in the cloud console that the key is enabled, and that the station has the secret that belongs to it.',
      zh: '请在云控制台确认密钥已启用，并检查本系统使用的密钥是否与之匹配。',
    },
  },
  'cloud.clock-wrong': {
    what: {
      en: 'The cloud service refused the request because the clocks differ too much ({code}).',
      zh: '本机时间与云服务时间相差过大，请求被拒绝（{code}）。',
    },
    todo: {
      en: 'Set the clock of this computer and switch on time synchronisation.',
      zh: '请校准本机时间，并开启自动同步。',
    },
  },
  'cloud.endpoint-invalid': {
    what: {
      en: 'The address of the cloud service in the settings cannot be used.',
      zh: '设置中的云服务地址无法使用。',
    },
    todo: {
      en: 'Write https:// and the host, with nothing after it. http:// is only for a service on this computer.',
      zh: '请填写“https://”加主机名，其后不带任何内容。仅当服务在本机运行时才可使用“http://”。',
    },
  },
  'cloud.unreachable': {
    what: {
      en: 'The cloud service {host} cannot be reached ({reason}).',
      zh: '无法连接云服务 {host}（{reason}）。',
    },
    todo: {
      en: 'Check the network and the address in the settings; until then, check the guest by eye.',
      zh: '请检查网络以及设置中的地址；恢复之前请人工核对。',
    },
  },
  'cloud.untrusted': {
    what: {
      en: 'The certificate of {host} cannot be trusted ({reason}), so nothing was sent.',
      zh: '{host} 的证书不可信（{reason}），因此未发送任何数据。',
    },
    todo: {
      en: 'Check the address in the settings, the clock of this computer, and whether something on the network intercepts connections.',
      zh: '请检查设置中的地址和本机时间，并确认网络中没有设备拦截连接。',
    },
  },
  'cloud.timed-out': {
    what: {
      en: 'The cloud service did not answer within {afterMs} ms.',
      zh: '云服务在 {afterMs} 毫秒内没有应答。',
    },
    todo: {
      en: 'Check the network, or allow more time in the settings; until then, check the guest by eye.',
      zh: '请检查网络，或在设置中延长等待时间；恢复之前请人工核对。',
    },
  },
  'cloud.unavailable': {
    what: {
      en: 'The cloud service is out of order ({code}).',
      zh: '云服务暂不可用（{code}）。',
    },
    todo: {
      en: 'Try again in a minute; until then, check the guest by eye.',
      zh: '请稍后重试；恢复之前请人工核对。',
    },
  },
  'cloud.throttled': {
    what: {
      en: 'The cloud service is given more comparisons than it allows this account ({code}).',
      zh: '比对请求超出了云服务对该账号的限额（{code}）。',
    },
    todo: {
      en: 'Try again in a minute; if it happens often, have the limit raised.',
      zh: '请稍后重试；若经常出现，请申请提高限额。',
    },
  },
  'cloud.refused': {
    what: {
      en: 'The cloud service refused the request ({code}).',
      zh: '云服务拒绝了该请求（{code}）。',
    },
    todo: {
      en: 'Check the guest by eye, and give this code to support.',
      zh: '请人工核对，并将此代码告知技术支持。',
    },
  },
  'cloud.bad-reply': {
    what: {
      en: 'The answer of the cloud service cannot be understood ({part}), so there is no result.',
      zh: '无法识别云服务的应答（{part}），因此没有结果。',
    },
    todo: {
      en: 'Check the guest by eye, and check that the address in the settings is that of a CompareFaces service.',
      zh: '请人工核对，并确认设置中的地址是 CompareFaces 服务的地址。',
    },
  },
  'cloud.image-too-large': {
    what: {
      en: 'The {which} photograph is {bytes} bytes; the cloud service takes at most {limit}.',
      zh: '照片（{which}）大小为 {bytes} 字节，云服务最多接受 {limit} 字节。',
    },
    todo: { en: 'Use a smaller photograph.', zh: '请使用较小的照片。' },
  },
  'cloud.request-too-large': {
    what: {
      en: 'The two photographs make a request of {bytes} bytes; the cloud service takes at most {limit}.',
      zh: '两张照片组成的请求为 {bytes} 字节，云服务最多接受 {limit} 字节。',
    },
    todo: { en: 'Use smaller photographs.', zh: '请使用较小的照片。' },
  },
} as const satisfies ErrorCatalogue;

export type CloudErrorCode = keyof typeof cloudErrorCatalogue;

/**
 * A cloud comparison that gave no score for a reason of its own. Never a "no match".
 *
 * Its data holds no key, no picture and nothing the service said but its code and request number:
 * the service's message may repeat what it was sent.
 */
export class CloudError extends WitnessError<CloudErrorCode> {
  override readonly name = 'CloudError';

  constructor(code: CloudErrorCode, data: ErrorData = {}, options?: { readonly cause?: unknown }) {
    super(cloudErrorCatalogue[code], code, data, options);
  }
}
