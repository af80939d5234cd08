import { once } from 'node:events';
import { InvalidArgumentError, Option } from 'commander';
import { KeyStore } from '../gateway/key-store.ts';
import { logServed } from '../gateway/log-served.ts';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';
import { settingsOfEnvironment } from '../gateway/settings-of-environment.ts';
import { createLogger } from '../log/logger.ts';
import { readSettings } from '../settings/read-settings.ts';
import { act, type AddCommand, type CommandHost } from './command.ts';
import { folderBeside } from './gateway-folder.ts';
import { addGatewayKeys } from './gateway-keys.ts';
import { withLocalEngine } from './local-engine-session.ts';
import { jsonOption, positive, settingsOption } from './options.ts';
import { exitCodes, type Outcome } from './outcome.ts';

interface ServeOptions {
  readonly port?: number;
  readonly settings?: string;
  readonly json: boolean;
}

/** `witness gateway`: both cloud APIs from this machine's engine, until Ctrl-C; and its keys. */
export const addGateway: AddCommand = (program, host) => {
  const gateway = program
    .command('gateway')
    .description('serve CompareFaces and face/compare to programs written for the clouds');
  gateway
    .command('serve', { isDefault: true })
    .description('serve until Ctrl-C; prints the address')
    .addOption(
      new Option('--port <port>', 'port to serve on (default: the settings’)').argParser(
        portNumber,
      ),
    )
    .addOption(settingsOption())
    .addOption(jsonOption())
    .action(async (options: ServeOptions) => {
      await act(host, options.json, () => serve(options, host));
    });
  addGatewayKeys(gateway, host);
};

const portNumber = (text: string): number => {
  const port = positive(text);
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a port, 1 to 65535.');
};

const serve = async (
  { port, settings: file, json }: ServeOptions,
  { streams, signal }: CommandHost,
): Promise<Outcome> => {
  const { compare, gateway: set } = await readSettings(file);
  const folder = folderBeside(file);
  const log = createLogger(undefined, { write: (line) => void streams.err.write(line) });
  await withLocalEngine({ ...compare, settingsFile: file }, async ({ engine, analyser }) => {
    const gateway = await openGateway({
      engine,
      settings: settingsOfEnvironment({ ...set, ...(port !== undefined && { port }) }),
      folder,
      engineRestarts: () => analyser.restarts,
      onServed: logServed(log),
    });
    const keys = await new KeyStore(folder).list();
    streams.out.write(`${json ? JSON.stringify(addressesOf(gateway)) : describe(gateway)}\n`);
    if (keys.every(({ isEnabled }) => !isEnabled)) streams.err.write(noKeys);
    if (!signal.aborted) await once(signal, 'abort');
    await gateway.close();
  });
  return { exitCode: exitCodes.ok };
};

const addressesOf = ({ address, watchAddress }: Gateway): object => ({ address, watchAddress });

const describe = ({ address, watchAddress }: Gateway): string =>
  [
    `CompareFaces   ${address}/`,
    `face/compare   ${address}/face/compare`,
    `health         ${watchAddress}/healthz`,
    `metrics        ${watchAddress}/metrics`,
  ].join('\n');

const noKeys =
  'There is no key yet, so every request will be refused: run `witness gateway keys add`.\n' +
  '尚无可用密钥，所有请求都将被拒绝：请运行 `witness gateway keys add`。\n';
