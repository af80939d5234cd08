import { basename } from 'node:path';
import { decodeChipBmp, encodeChipBmp } from './chip-bmp.ts';
import { verdictOf, type DecoderCheck } from './decoder-check.ts';
import { describeExit } from './decoder-failure.ts';
import type { CommandSettings } from './decoder-settings.ts';
import { PhotoError } from './photo-error.ts';
import { withPrivateDirectory } from './private-directory.ts';
import { runCommand, type CommandResult } from './run-command.ts';
import { syntheticWlt } from './synthetic-wlt.ts';
import type { WltDecoder } from './wlt-decoder.ts';

/**
 * A decoder that is a program of its own: 1,024 bytes on stdin, a BMP on stdout, exit code 0. The way
 * to use a 32-bit library from a 64-bit station.
 */
export class CommandDecoder implements WltDecoder {
  readonly name: string;
  readonly #settings: CommandSettings;
  readonly #closing = new AbortController();

  constructor(settings: CommandSettings) {
    this.name = basename(settings.command);
    this.#settings = settings;
  }

  async decode(wlt: Uint8Array): Promise<Uint8Array> {
    return bmpOfResult(await this.#run(wlt));
  }

  async check(): Promise<DecoderCheck> {
    let result: CommandResult | undefined;
    let problem: PhotoError | undefined;
    try {
      result = await this.#run(syntheticWlt());
      bmpOfResult(result);
    } catch (caught) {
      if (!(caught instanceof PhotoError)) throw caught;
      problem = caught;
    }
    return {
      kind: 'command',
      verdict: verdictOf(problem),
      started: problem?.code !== 'photo.command-not-started',
      exitCode: result?.code ?? undefined,
      producedBytes: result?.stdout.length,
      problem,
    };
  }

  dispose(): void {
    this.#closing.abort();
  }

  #run(input: Uint8Array): Promise<CommandResult> {
    const { command, args, timeout } = this.#settings;
    const stop = this.#closing.signal;
    return withPrivateDirectory((directory) =>
      runCommand({ command, args, input, directory, timeout, stop }),
    );
  }
}

/** @throws PhotoError `photo.decoder-crashed`, `photo.command-failed`, or that the output is no photo. */
const bmpOfResult = ({ code, signal, stdout, stderr }: CommandResult): Uint8Array => {
  const how = describeExit({ code, signal });
  if (signal !== null) throw new PhotoError('photo.decoder-crashed', { how });
  if (code !== 0) throw new PhotoError('photo.command-failed', { how, stderr });
  return encodeChipBmp(decodeChipBmp(stdout));
};
