import { WitnessError } from '../../../main/errors/witness-error.ts';
import { processEntry } from '../../../main/process/launcher.ts';
import { SupervisedChild } from '../../../main/process/supervised-child.ts';
import type { DecoderContract } from '../../../native-bridge/photo-decoder/decoder-contract.ts';

const sentence = { en: 'test', zh: 'test' };

/** The decoder's process as a room that only passes on what happened would use it. */
export const startDecoderProcess = (callTimeout: number): SupervisedChild<DecoderContract> =>
  new SupervisedChild<DecoderContract>({
    entry: processEntry(import.meta.url, '../../../native-bridge/photo-decoder/decoder-child'),
    startTimeout: 25_000,
    callTimeout,
    failure: ({ kind, signal }) =>
      new WitnessError({ what: sentence, todo: sentence }, kind, { signal: signal ?? '' }),
    revive: ({ code, data }) => new WitnessError({ what: sentence, todo: sentence }, code, data),
  });
