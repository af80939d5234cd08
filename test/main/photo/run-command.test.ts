import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../main/photo/run-command.ts';
import { useTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

describe('runCommand', () => {
  let temporary: TemporaryFolder;
  beforeEach(async () => {
    temporary = await useTemporaryFolder();
  });
  afterEach(async () => {
    await temporary.restore();
  });

  it('bears a command that ends without reading what it is sent', async () => {
    const result = await runCommand({
      command: process.execPath,
      args: ['-e', 'process.exit(0)'],
      // More than a pipe holds, so that the rest meets a closed one.
      input: new Uint8Array(10_000_000),
      directory: tmpdir(),
      timeout: 25_000,
      stop: new AbortController().signal,
    });
    expect(result).toEqual({ code: 0, signal: null, stdout: new Uint8Array(), stderr: '–' });
  });

  it('takes the command along when this program ends, and the private folder', async () => {
    const socketPath = join(temporary.path, 'descendant.sock');
    const server = createServer().listen(socketPath);
    const connected = once(server, 'connection') as Promise<[Socket]>;
    const parentFile = fileURLToPath(new URL('./fixtures/exiting-parent.ts', import.meta.url));
    const parent = fork(parentFile, [socketPath], { execArgv: ['--import', 'tsx'] });
    const [socket] = await connected;
    const descendantGone = once(socket.resume(), 'close');
    const parentGone = once(parent, 'exit');
    parent.send('end');
    await Promise.all([descendantGone, parentGone]);
    expect(await temporary.leftOver()).toEqual(['descendant.sock']);
    server.close();
  });
});
