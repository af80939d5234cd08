import { basename } from 'node:path';
import type {
  DecoderContract,
  LibraryAnswer,
} from '../../native-bridge/photo-decoder/decoder-contract.ts';
import { launchWithNode, processEntry, type LaunchProcess } from '../process/launcher.ts';
import { SupervisedChild } from '../process/supervised-child.ts';
import { verdictOf, type DecoderCheck } from './decoder-check.ts';
import { revivePhotoError, toPhotoError } from './decoder-failure.ts';
import type { LibrarySettings } from './decoder-settings.ts';
import { bmpOfAnswer } from './library-answer.ts';
import { PhotoError } from './photo-error.ts';
import { withPrivateDirectory } from './private-directory.ts';
import { syntheticWlt } from './synthetic-wlt.ts';
import type { WltDecoder } from './wlt-decoder.ts';

/** Milliseconds for a Node process to come up on a slow station. */
const startTimeout = 15_000;

/**
 * A closed decoder library in a process of its own: there it may crash, hang or leak. The process is
 * started with the first photo, replaced after a crash, and after so many photos for the leaks.
 */
export class LibraryDecoder implements WltDecoder {
  readonly name: string;
  readonly #settings: LibrarySettings;
  readonly #launch: LaunchProcess;
  #child: SupervisedChild<DecoderContract>;
  #photos = 0;
  #disposed = false;

  /** @param launch - starts the process; the Electron host passes its own. */
  constructor(settings: LibrarySettings, launch: LaunchProcess = launchWithNode) {
    this.name = `${basename(settings.path)} ${settings.symbol}`;
    this.#settings = settings;
    this.#launch = launch;
    this.#child = this.#newChild();
  }

  async decode(wlt: Uint8Array): Promise<Uint8Array> {
    return bmpOfAnswer(await this.#call(wlt), this.#settings);
  }

  async check(): Promise<DecoderCheck> {
    try {
      return this.#judge(await this.#call(syntheticWlt()));
    } catch (caught) {
      if (!(caught instanceof PhotoError)) throw caught;
      const unknown = undefined;
      return {
        kind: 'library',
        verdict: verdictOf(caught),
        loaded: unknown,
        symbolFound: unknown,
        returnCode: unknown,
        producedBytes: unknown,
        problem: caught,
      };
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#child.dispose();
  }

  #judge(answer: LibraryAnswer): DecoderCheck {
    const problem = problemOf(() => bmpOfAnswer(answer, this.#settings));
    const called = answer.step === 'called' ? answer : undefined;
    return {
      kind: 'library',
      verdict: verdictOf(problem),
      loaded: answer.step !== 'not-loaded',
      symbolFound: answer.step === 'not-loaded' ? undefined : answer.step === 'called',
      returnCode: called?.code,
      producedBytes: called?.outputLength,
      problem,
    };
  }

  #call(wlt: Uint8Array): Promise<LibraryAnswer> {
    const { path, shape, symbol, photosPerProcess } = this.#settings;
    if (this.#photos === photosPerProcess && !this.#disposed) {
      this.#child.dispose();
      this.#child = this.#newChild();
      this.#photos = 0;
    }
    this.#photos += 1;
    const number = numberFor(this.#settings);
    return withPrivateDirectory((directory) =>
      this.#child.call({ path, shape, symbol, number, wlt, directory }),
    );
  }

  #newChild(): SupervisedChild<DecoderContract> {
    return new SupervisedChild({
      entry: processEntry(import.meta.url, '../../native-bridge/photo-decoder/decoder-child'),
      launch: this.#launch,
      startTimeout,
      callTimeout: this.#settings.timeout,
      failure: toPhotoError,
      revive: revivePhotoError,
    });
  }
}

/** The last parameter of the decoder's function; 0 where it takes none. */
const numberFor = (settings: LibrarySettings): number => {
  switch (settings.shape) {
    case 'unpack':
    case 'Huaxu_Wlt2Bmp':
      return settings.flag;
    case 'GetBmp':
      return settings.intf;
    case 'wlt2Bmp':
    case 'dewlt':
      return 0;
  }
};

const problemOf = (attempt: () => unknown): PhotoError | undefined => {
  try {
    attempt();
    return undefined;
  } catch (caught) {
    if (caught instanceof PhotoError) return caught;
    throw caught;
  }
};
