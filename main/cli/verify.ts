import { assertRulesPossible } from '../compare/assert-rules-possible.ts';
import { ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { ChosenFrames } from '../station/frame-chooser.ts';
import { verifyGuest } from '../station/verify-guest.ts';
import { act, type AddCommand } from './command.ts';
import { withCompareEngine, type EngineOptions } from './compare-engine-session.ts';
import { describeVerification, verificationDocument } from './describe-verification.ts';
import { readPhotograph } from './files.ts';
import {
  collect,
  consentOption,
  engineOption,
  farOption,
  jsonOption,
  noReviewOption,
  populationOption,
  portOption,
  settingsOption,
  timeoutOption,
} from './options.ts';
import { exitCodeOf, type Outcome } from './outcome.ts';
import { freeingPort, withCard, withReader } from './reader-session.ts';
import { bestFirst } from './weigh-frames.ts';

interface VerifyOptions extends EngineOptions {
  readonly port?: string;
  readonly frame: readonly string[];
  readonly oneMoment: boolean;
  readonly far?: number;
  readonly review: boolean;
  readonly population?: string;
  readonly timeout: number;
  readonly settings?: string;
  readonly json: boolean;
}

/** `witness verify`: a card from the reader against frames of the guest. */
export const addVerify: AddCommand = (program, host) => {
  program
    .command('verify')
    .description('wait for a card and compare its chip photo with frames of the guest')
    .addOption(portOption())
    .requiredOption(
      '--frame <file>',
      'a frame of the guest; repeat for more: the FAR is divided over them',
      collect,
    )
    .option(
      '--one-moment',
      'the frames are of one moment: the best few are compared as one, and the FAR is not divided ' +
        '(where only a cloud compares: the first alone)',
      false,
    )
    .addOption(farOption())
    .addOption(noReviewOption())
    .addOption(populationOption())
    .addOption(engineOption())
    .addOption(consentOption())
    .addOption(timeoutOption(30_000))
    .addOption(settingsOption())
    .addOption(jsonOption())
    .action(async (options: VerifyOptions) => {
      await act(host, options.json, () => verify(options, host.signal));
    });
};

const verify = async (options: VerifyOptions, signal: AbortSignal): Promise<Outcome> => {
  const settings = await readSettings(options.settings);
  const frames = await Promise.all(options.frame.map(readPhotograph));
  const set = settings.compare;
  const rules = { far: options.far ?? set.far, review: options.review && set.review };
  const population = options.population ?? set.population;
  const decoder = new ChipPhotoDecoder(settings.decoder);
  const choice = { settings: settings.reader, port: options.port, signal };
  try {
    const compare = { ...set, population, settingsFile: options.settings };
    const chosen = { engine: settings.engine, compare };
    return await withCompareEngine(options, chosen, async (opened) => {
      const { engine, calibration, chances } = opened;
      const moments = options.oneMoment
        ? [await bestFirst(opened.looker, frames)]
        : frames.map((image): ChosenFrames => [{ image, quality: 1 }]);
      const attempts = moments.length;
      if (calibration) assertRulesPossible(calibration, { ...rules, attempts, chances });
      return withReader(choice, (reader) =>
        withCard(reader, { timeout: options.timeout, signal }, async (reading) => {
          const parts = { decoder: freeingPort(decoder, reader), engine, rules };
          const verification = await verifyGuest(parts, reading, moments);
          return {
            exitCode: exitCodeOf(verification.decision.verdict),
            document: verificationDocument(reading.toJSON(), verification),
            text: describeVerification(reading.toJSON(), verification),
          };
        }),
      );
    });
  } finally {
    decoder.dispose();
  }
};
