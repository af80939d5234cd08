import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

/** `witness gateway` in a process of its own. */
export interface GatewayProcess {
  readonly pid: number;
  readonly address: string;
  readonly port: number;
  readonly watchAddress: string;
  /** Ends it as Ctrl-C does. @returns its exit code and what it wrote on standard error. */
  readonly stop: () => Promise<{ readonly code: number | null; readonly err: string }>;
}

const root = join(import.meta.dirname, '../../../..');

export const startGatewayProcess = async (
  settingsFile: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<GatewayProcess> => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'main/cli/witness.ts', 'gateway', '--settings', settingsFile, '--json'],
    { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const err = text(child.stderr);
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    once(child, 'exit').then(async () => {
      throw new Error(`the gateway did not start: ${await err}`);
    }),
  ]);
  const { address, watchAddress } = JSON.parse(first) as Record<'address' | 'watchAddress', string>;
  return {
    pid: child.pid ?? 0,
    address,
    watchAddress,
    port: Number(new URL(address).port),
    stop: async () => {
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
      return { code: child.exitCode, err: await err };
    },
  };
};
