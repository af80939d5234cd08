import { readFile } from 'node:fs/promises';
import { text as readText } from 'node:stream/consumers';
import { Argument, Option, type Command } from 'commander';
import { gatewayApis, type GatewayApi } from '../gateway/key-record.ts';
import { KeyStore, type ListedKey } from '../gateway/key-store.ts';
import { makeKey, type MadeKey } from '../gateway/make-key.ts';
import { CliError } from './cli-error.ts';
import { act, type CommandHost } from './command.ts';
import { folderBeside } from './gateway-folder.ts';
import { collect, jsonOption, settingsOption } from './options.ts';
import { exitCodes, type Outcome } from './outcome.ts';

interface KeysOptions {
  readonly settings?: string;
  readonly json: boolean;
}

interface AddOptions extends KeysOptions {
  readonly id?: string;
  readonly secretFile?: string;
  readonly appId?: string;
  readonly from: readonly string[];
  readonly note: string;
}

/** `witness gateway keys add|list|disable`. */
export const addGatewayKeys = (gateway: Command, host: CommandHost): void => {
  const keys = gateway
    .command('keys')
    .description('the key pairs that requests to the gateway are signed with');
  keys
    .command('add')
    .description('make a key pair and show its secret, once; or take in one a program already uses')
    .addArgument(new Argument('<api>', 'which API it is for').choices(gatewayApis))
    .option('--id <id>', 'AccessKeyId or SecretId of an existing pair')
    .option(
      '--secret-file <file>',
      'file with the secret of the existing pair, - for standard input',
    )
    .option('--app-id <digits>', 'AppID the key belongs to (tencent; default: a new one)')
    .addOption(
      new Option(
        '--from <network>',
        'use it from this network only, as in 192.168.1.0/24; repeatable',
      )
        .argParser(collect)
        .default([]),
    )
    .option('--note <text>', 'what you call it', '')
    .addOption(settingsOption())
    .addOption(jsonOption())
    .action(async (api: GatewayApi, options: AddOptions) => {
      await act(host, options.json, () => add(api, options));
    });
  keys
    .command('list', { isDefault: true })
    .description('say which keys there are; never their secrets')
    .addOption(settingsOption())
    .addOption(jsonOption())
    .action(async (options: KeysOptions) => {
      await act(host, options.json, () => list(options));
    });
  keys
    .command('disable')
    .description('refuse a key from now on, for good')
    .argument('<id>', 'AccessKeyId or SecretId')
    .addOption(settingsOption())
    .addOption(jsonOption())
    .action(async (id: string, options: KeysOptions) => {
      await act(host, options.json, () => disable(id, options));
    });
};

const storeOf = ({ settings }: KeysOptions): KeyStore => new KeyStore(folderBeside(settings));

const add = async (api: GatewayApi, options: AddOptions): Promise<Outcome> => {
  const { id, secretFile, appId, from, note } = options;
  if ((id === undefined) !== (secretFile === undefined)) {
    throw new CliError('cli.usage', {
      reason: 'an existing pair needs both --id and --secret-file',
      help: 'witness gateway keys add --help',
    });
  }
  const existing =
    id !== undefined && secretFile !== undefined
      ? { id, secret: await readSecret(secretFile) }
      : undefined;
  const made = await makeKey(
    storeOf(options),
    {
      ...{ api, from, note },
      ...(existing !== undefined && { existing }),
      ...(appId !== undefined && { appId }),
    },
    new Date(),
  );
  const shown = shownParts(made, existing === undefined);
  return {
    exitCode: exitCodes.ok,
    document: { api, ...Object.fromEntries(shown) },
    text: [
      ...shown.map(([name, value]) => `${name.padEnd(16)} ${value}`),
      ...(existing === undefined ? ['The secret is not shown again.', '密钥仅显示这一次。'] : []),
    ].join('\n'),
  };
};

/** The parts of a key by the names the vendor's programs have for them. */
const shownParts = (
  { key: { api, id, appId = '' }, secret }: MadeKey,
  isNew: boolean,
): readonly (readonly [name: string, value: string])[] =>
  api === 'cloudauth'
    ? [['AccessKeyId', id], ...(isNew ? [['AccessKeySecret', secret] as const] : [])]
    : [['AppID', appId], ['SecretId', id], ...(isNew ? [['SecretKey', secret] as const] : [])];

/** Secrets out of files end in a newline. They are no argument: arguments are seen by other users. */
const readSecret = async (file: string): Promise<string> => {
  try {
    const text = file === '-' ? await readText(process.stdin) : await readFile(file, 'utf8');
    return text.trim();
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new CliError('cli.file-unreadable', { file, reason }, { cause });
  }
};

const list = async (options: KeysOptions): Promise<Outcome> => {
  const keys = await storeOf(options).list();
  return {
    exitCode: exitCodes.ok,
    document: { keys },
    text: keys.length === 0 ? 'There are no keys yet. 尚无密钥。' : keys.map(describe).join('\n'),
  };
};

const describe = ({ api, id, appId, from, note, isEnabled, created }: ListedKey): string =>
  [
    ...[api.padEnd(10), id.padEnd(36), (appId ?? '–').padEnd(12)],
    ...[isEnabled ? 'enabled ' : 'disabled', created.slice(0, 10)],
    ...[from.length === 0 ? '' : `from ${from.join(' ')}`, note],
  ]
    .filter((part) => part !== '')
    .join('  ');

const disable = async (id: string, options: KeysOptions): Promise<Outcome> => {
  await storeOf(options).disable(id);
  return {
    exitCode: exitCodes.ok,
    document: { disabled: id },
    text: `${id} is disabled. ${id} 已停用。`,
  };
};
