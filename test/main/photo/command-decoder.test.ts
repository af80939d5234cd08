import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandDecoder } from '../../../main/photo/command-decoder.ts';
import {
  firstDifference,
  knownRgb,
  rgbOfBmp,
  wltWithSeed,
} from '../../native-bridge/photo-decoder/known-picture.ts';
import { commandFor } from './command-scripts.ts';
import { useTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

let temporary: TemporaryFolder;
beforeEach(async () => {
  temporary = await useTemporaryFolder();
});
afterEach(async () => {
  await temporary.restore();
});

const decode = (...command: Parameters<typeof commandFor>): Promise<Uint8Array> =>
  new CommandDecoder(commandFor(...command)).decode(wltWithSeed(44));

describe('a decoder command', () => {
  it('gets the photo on stdin and gives the picture on stdout', async () => {
    const bmp = await decode('good');
    expect(bmp.length).toBe(38_862);
    expect(firstDifference(rgbOfBmp(bmp), knownRgb(44))).toBe(-1);
  });

  it('runs in a private folder that is gone afterwards', async () => {
    await decode('leavesFiles');
    expect(await temporary.leftOver()).toEqual([]);
  });

  it('may ignore its input', async () => {
    const bmp = await decode('ignoresInput');
    expect(firstDifference(rgbOfBmp(bmp), knownRgb(5))).toBe(-1);
  });

  it('is stopped when it hangs', async () => {
    await expect(decode('hangs', { timeout: 300 })).rejects.toMatchObject({
      code: 'photo.decoder-timed-out',
      data: { seconds: 0.3 },
    });
    expect(await temporary.leftOver()).toEqual([]);
  });

  it('is stopped together with the processes it started', async () => {
    const socketPath = join(temporary.path, 'descendant.sock');
    const server = createServer().listen(socketPath);
    const connected = once(server, 'connection') as Promise<[Socket]>;
    const decoder = new CommandDecoder(commandFor('withDescendant', { args: [socketPath] }));
    const decoding = expect(decoder.decode(wltWithSeed(1))).rejects.toMatchObject({
      code: 'photo.decoder-closed',
    });
    const [socket] = await connected;
    const descendantGone = once(socket.resume(), 'close');
    decoder.dispose();
    await decoding;
    await descendantGone;
    server.close();
  });

  it('photo undecodable: reports a command that ends with an error, and what it said', async () => {
    await expect(decode('refuses')).rejects.toMatchObject({
      code: 'photo.command-failed',
      data: { how: 'exit code 3', stderr: 'no licence for this reader' },
    });
  });

  it('keeps the photo out of the error though the command prints it', async () => {
    await expect(decode('echoesPhoto')).rejects.toMatchObject({
      data: { stderr: 'bad photo …' },
    });
  });

  it('keeps only the end of what a command says', async () => {
    const error: unknown = await decode('floodsErrors').catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'photo.command-failed', data: { how: 'exit code 4' } });
    const { stderr } = (error as { data: { stderr: string } }).data;
    expect(stderr.length).toBe(400);
    expect(stderr.endsWith('very bad the end')).toBe(true);
  });

  it('wrong photo size: reports output that is no picture', async () => {
    await expect(decode('rubbish')).rejects.toMatchObject({
      code: 'photo.wrong-output-length',
      data: { length: 11, expected: [38_862] },
    });
    await expect(decode('rubbishOfRightLength')).rejects.toMatchObject({
      code: 'photo.wrong-output-format',
    });
  });

  it('is stopped when it writes without end', async () => {
    await expect(decode('tooMuch')).rejects.toMatchObject({
      code: 'photo.command-output-too-long',
    });
  });

  it('is reported when it crashes', async () => {
    await expect(decode('crashes')).rejects.toMatchObject({
      code: 'photo.decoder-crashed',
      data: { how: 'SIGSEGV' },
    });
  });

  it('is reported when it ends at once without a word', async () => {
    const settings = { ...commandFor('good'), command: 'true', args: [] };
    await expect(new CommandDecoder(settings).decode(wltWithSeed(1))).rejects.toMatchObject({
      code: 'photo.no-output',
    });
  });

  it.each([
    ['does not exist', '/nonexistent/wlt2bmp', 'ENOENT'],
    ['is a folder', tmpdir(), 'EACCES'],
    ['has an impossible name', 'wlt\0bmp', 'ERR_INVALID_ARG_VALUE'],
  ])('is reported when it %s', async (_what, command, reason) => {
    const decoder = new CommandDecoder({ ...commandFor('good'), command });
    await expect(decoder.decode(wltWithSeed(1))).rejects.toMatchObject({
      code: 'photo.command-not-started',
      data: { command, reason },
    });
  });

  it('is not started any more after dispose', async () => {
    const decoder = new CommandDecoder(commandFor('good'));
    decoder.dispose();
    await expect(decoder.decode(wltWithSeed(1))).rejects.toMatchObject({
      code: 'photo.decoder-closed',
    });
  });

  it('leaves no listener behind', async () => {
    const before = process.listenerCount('exit');
    await decode('good');
    await expect(decode('refuses')).rejects.toThrow();
    expect(process.listenerCount('exit')).toBe(before);
  });
});
