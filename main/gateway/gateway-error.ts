import { WitnessError, type ErrorCatalogue, type ErrorData } from '../errors/witness-error.ts';

/** What can keep the gateway from serving, and what can be wrong with its keys. */
export const gatewayErrorCatalogue = {
  'gateway.tls-required': {
    what: {
      en: 'The gateway is to be reached at {host}, from other machines, without TLS.',
      zh: '网关将在 {host} 上供其他机器访问，但未配置 TLS。',
    },
    todo: {
      en: 'Give the paths of a certificate and its key as `gateway.tls` in the settings, or keep `gateway.host` at `localhost`.',
      zh: '请在设置的“gateway.tls”中填写证书及其私钥的路径，或将“gateway.host”保持为“localhost”。',
    },
  },
  'gateway.certificate-unusable': {
    what: {
      en: 'The certificate or its key cannot be used ({reason}).',
      zh: '证书或其私钥无法使用（{reason}）。',
    },
    todo: {
      en: 'Check the paths in `gateway.tls`: both must be PEM files that belong together.',
      zh: '请检查“gateway.tls”中的路径：两个文件均须为 PEM 格式且互相匹配。',
    },
  },
  'gateway.port-taken': {
    what: {
      en: 'Port {port} of this machine is taken by another program.',
      zh: '本机端口 {port} 已被其他程序占用。',
    },
    todo: {
      en: 'Close the other program, which may be a gateway already running, or choose other ports in the settings.',
      zh: '请关闭占用端口的程序（可能是已在运行的网关），或在设置中更换端口。',
    },
  },
  'gateway.not-served': {
    what: {
      en: 'The gateway cannot be served on port {port} ({reason}).',
      zh: '网关无法在端口 {port} 提供服务（{reason}）。',
    },
    todo: {
      en: 'Check `gateway.host` and the ports in the settings.',
      zh: '请检查设置中的“gateway.host”和端口。',
    },
  },
  'gateway.memory-unusable': {
    what: {
      en: 'The gateway cannot remember which requests it has seen ({reason}), so it answers none.',
      zh: '网关无法记录已处理的请求（{reason}），因此不应答任何请求。',
    },
    todo: {
      en: 'Check that its folder can be written to, or that the Redis server in the settings is reachable.',
      zh: '请检查网关文件夹是否可写，或设置中的 Redis 服务器是否可以访问。',
    },
  },
  'gateway.keys-unreadable': {
    what: {
      en: 'The keys of the gateway cannot be read ({reason}).',
      zh: '无法读取网关的密钥（{reason}）。',
    },
    todo: {
      en: 'Restore the folder of the gateway, secret.key and keys together, from a backup, or make new keys with `witness gateway keys add`.',
      zh: '请从备份中一并恢复网关文件夹（secret.key 与 keys），或使用 `witness gateway keys add` 重新生成密钥。',
    },
  },
  'gateway.keys-not-written': {
    what: {
      en: 'The keys of the gateway cannot be written ({reason}). Nothing was changed.',
      zh: '无法写入网关的密钥（{reason}）。未作任何改动。',
    },
    todo: {
      en: 'Check that the folder of the settings can be written to and the disk is not full.',
      zh: '请检查设置所在的文件夹是否可写、磁盘是否已满。',
    },
  },
  'gateway.keys-open-to-others': {
    what: {
      en: 'Other users of this machine can read {file}, which opens every key of the gateway.',
      zh: '本机其他用户可以读取 {file}，而该文件可解开网关的全部密钥。',
    },
    todo: {
      en: 'Run `chmod 600` on it; if somebody may have copied it, make new keys.',
      zh: '请对其执行 `chmod 600`；若可能已被复制，请重新生成密钥。',
    },
  },
  'gateway.key-unknown': {
    what: { en: 'The gateway has no key {id}.', zh: '网关没有密钥 {id}。' },
    todo: {
      en: 'See `witness gateway keys list`.',
      zh: '请查看 `witness gateway keys list`。',
    },
  },
  'gateway.key-exists': {
    what: { en: 'The gateway already has a key {id}.', zh: '网关已有密钥 {id}。' },
    todo: {
      en: 'Disable it and use another, or give another id.',
      zh: '请停用它并改用其他密钥，或指定其他编号。',
    },
  },
  'gateway.key-invalid': {
    what: { en: 'This cannot be a key: {reason}.', zh: '密钥无效：{reason}。' },
    todo: {
      en: 'See `witness gateway keys add --help`.',
      zh: '请参阅 `witness gateway keys add --help`。',
    },
  },
} as const satisfies ErrorCatalogue;

export type GatewayErrorCode = keyof typeof gatewayErrorCatalogue;

/** The gateway cannot start, cannot go on, or cannot do what was asked of its keys. */
export class GatewayError extends WitnessError<GatewayErrorCode> {
  override readonly name = 'GatewayError';

  constructor(
    code: GatewayErrorCode,
    data: ErrorData = {},
    options?: { readonly cause?: unknown },
  ) {
    super(gatewayErrorCatalogue[code], code, data, options);
  }
}

/** The operating system's short word for what went wrong, or else the message. */
export const reasonOf = (cause: unknown): string => {
  const { code, message } = cause as NodeJS.ErrnoException;
  return code ?? message;
};
