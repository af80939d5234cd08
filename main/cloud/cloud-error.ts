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
      en: 'Set these environment variables, or the same names with _FILE to the path of a protected file, and start the station again.',
      zh: '请设置上述环境变量，或在变量名后加“_FILE”并指向受保护的文件，然后重新启动本系统。',
    },
  },
  'cloud.secret-unprotected': {
    what: {
      en: 'The file that {variable} names holds a secret and may be read or changed by others on this computer.',
      zh: '{variable} 指向的文件含有密钥，但本机其他用户可以读取或修改该文件。',
    },
    todo: {
      en: 'Take the rights of group and others from it (chmod 600), and replace the key if others may have seen it.',
      zh: '请取消同组及其他用户的权限（chmod 600）；若密钥可能已泄露，请更换密钥。',
    },
  },
  'cloud.secret-unreadable': {
    what: {
      en: 'The file that {variable} names cannot be read ({reason}).',
      zh: '无法读取 {variable} 指向的文件（{reason}）。',
    },
    todo: {
      en: 'Check its path and that the station may read it.',
      zh: '请检查文件路径以及本系统的读取权限。',
    },
  },
  'cloud.no-app-id': {
    what: {
      en: 'The AppID of the Tencent account is not set.',
      zh: '未设置腾讯云账号的 AppID。',
    },
    todo: {
      en: 'Enter it in the settings; the cloud console shows it beside the account.',
      zh: '请在设置中填写，可在云控制台的账号信息中查看。',
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
  'cloud.proxy-invalid': {
    what: {
      en: 'The address of the proxy cannot be used.',
      zh: '代理服务器地址无法使用。',
    },
    todo: {
      en: 'Write http:// or https://, the host and the port. A name and password for it belong into the environment variable HTTPS_PROXY, never into the settings.',
      zh: '请填写“http://”或“https://”加主机名和端口。代理的用户名和密码只能写在环境变量 HTTPS_PROXY 中，不要写入设置。',
    },
  },
  'cloud.ca-unreadable': {
    what: {
      en: 'The certificates in {file} cannot be read ({reason}).',
      zh: '无法读取证书文件 {file}（{reason}）。',
    },
    todo: {
      en: 'Name a PEM file with the authorities to trust, or leave the setting out.',
      zh: '请指定包含受信任根证书的 PEM 文件，或删除该设置。',
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
  'cloud.resting': {
    what: {
      en: 'The cloud service failed several times in a row and is left alone for {seconds} seconds.',
      zh: '云服务连续多次失败，{seconds} 秒内暂停调用。',
    },
    todo: {
      en: 'Check the network; until it is back, check the guest by eye.',
      zh: '请检查网络；恢复之前请人工核对。',
    },
  },
  'cloud.not-both': {
    what: {
      en: 'Both engines have to agree, and {engine} gave no result ({error}); {other} alone decides nothing.',
      zh: '须两个引擎结论一致，但 {engine} 未给出结果（{error}），仅凭 {other} 不能判定。',
    },
    todo: {
      en: 'Check the guest by eye; if it lasts, check the network and the credentials of the cloud.',
      zh: '请人工核对；若持续出现，请检查网络和云服务密钥。',
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
      en: 'Check the guest by eye, and check that the address in the settings is that of the chosen service.',
      zh: '请人工核对，并确认设置中的地址是所选服务的地址。',
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
