import { InvalidArgumentError, Option } from 'commander';
import { maximumFurtherFrames } from '../compare/contract.ts';
import { parseFar } from '../compare/far.ts';
import { engineRoutes, type EngineRoute } from '../compare/routing.ts';
import { chipBackgrounds } from '../evaluate/chip-simulation.ts';
import { imageTypes } from '../face/types.ts';
import { isWitnessError } from '../errors/witness-error.ts';

/** `--json`: one document on standard output. */
export const jsonOption = (): Option =>
  new Option('--json', 'print one JSON document on standard output').default(false);

/** `--settings <file>`. */
export const settingsOption = (): Option =>
  new Option('--settings <file>', "settings file (default: the operating system's place for it)");

/** `--far <rate>`: `0.001`, `1e-3` or `0.1%`. */
export const farOption = (): Option =>
  new Option(
    '--far <rate>',
    'false-accept rate of the whole verification: 1%, 0.1% or 0.01%',
  ).argParser(far);

/** `--no-review`. */
export const noReviewOption = (): Option =>
  new Option('--no-review', 'fail instead of asking for a review just below the threshold');

/** `--population <name>`: only for who has measured a calibration of their own. */
export const populationOption = (): Option =>
  new Option('--population <name>', 'calibration to use (`witness models` lists them)').hideHelp();

/** What `--engine` may be: this machine, a cloud by its name, or a route with the settings' cloud. */
export const engineChoices = ['local', 'cloudauth', 'tencent', ...engineRoutes.slice(1)] as const;
export type EngineChoice = EngineRoute | 'cloudauth' | 'tencent';

/** `--engine <which>`. */
export const engineOption = (): Option =>
  new Option('--engine <which>', 'who compares; the routes ask the cloud of the settings')
    .choices(engineChoices)
    .default('local');

/** `--consent-to-cloud`. */
export const consentOption = (): Option =>
  new Option(
    '--consent-to-cloud',
    'the person agreed to the photographs being sent to a cloud; without it none is sent',
  ).default(false);

/** `--<side>-type <type>`. */
export const imageTypeOption = (side: 'source' | 'target'): Option =>
  new Option(`--${side}-type <type>`, `what the ${side} photograph is`)
    .choices(imageTypes)
    .default('FacePic');

/** `--port <path>`. */
export const portOption = (): Option =>
  new Option('--port <path>', "the reader's serial port, or `auto` to look for it");

/** `--timeout <ms>`. */
export const timeoutOption = (milliseconds: number): Option =>
  new Option('--timeout <ms>', 'longest wait for a card').argParser(positive).default(milliseconds);

/** `--chip-background <kept|white>`. */
export const chipBackgroundOption = (): Option =>
  new Option('--chip-background <what>', 'what is behind the head on simulated chip photos')
    .choices(chipBackgrounds)
    .default('kept');

/** `--replicates <n>`: how often the people are drawn anew for the intervals. */
export const replicatesOption = (): Option =>
  new Option('--replicates <n>', 'bootstrap replicates behind the 95 % intervals')
    .argParser(positive)
    .default(1000);

/** `--seed <n>`: the same seed gives the same intervals. */
export const seedOption = (): Option =>
  new Option('--seed <n>', 'seed of the bootstrap').argParser(positive).default(1);

/** A whole number above zero. */
export const positive = (text: string): number => {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It must be a whole number above zero.');
};

/** `--frame <file>` of a comparison. */
export const furtherFrameOption = (): Option =>
  new Option(
    '--frame <file>',
    "a further photograph of the target's person, to be compared as one with it; repeat for more",
  )
    .argParser(collectFew)
    .default([]);

const collectFew = (value: string, previous: readonly string[]): readonly string[] => {
  if (previous.length < maximumFurtherFrames) return collect(value, previous);
  throw new InvalidArgumentError(`There may be ${maximumFurtherFrames} at most.`);
};

/** Collects a repeatable option. */
export const collect = (value: string, previous: readonly string[] = []): readonly string[] => [
  ...previous,
  value,
];

/** Collects a repeatable rate. */
export const collectFars = (text: string, previous: readonly number[]): readonly number[] => [
  ...previous,
  far(text),
];

const far = (text: string): number => {
  try {
    return parseFar(text);
  } catch (caught) {
    if (isWitnessError(caught)) throw new InvalidArgumentError(caught.message);
    throw caught;
  }
};
