import type { CompareFacesResult } from '../compare/contract.ts';
import { decide, type Decision } from '../compare/verdict.ts';
import type { ImageType } from '../face/types.ts';
import { readSettings } from '../settings/read-settings.ts';
import { act, type AddCommand } from './command.ts';
import { describeDecision } from './describe-decision.ts';
import { readPhotograph } from './files.ts';
import { withLocalEngine } from './local-engine-session.ts';
import {
  farOption,
  imageTypeOption,
  jsonOption,
  noReviewOption,
  populationOption,
  settingsOption,
} from './options.ts';
import { exitCodeOf, type Outcome } from './outcome.ts';

interface CompareOptions {
  readonly sourceType: ImageType;
  readonly targetType: ImageType;
  readonly far?: number;
  readonly review: boolean;
  readonly population?: string;
  readonly settings?: string;
  readonly json: boolean;
}

/** `witness compare <a> <b>`: two photographs, one verdict. */
export const addCompare: AddCommand = (program, host) => {
  program
    .command('compare')
    .description('compare the largest faces of two photographs')
    .argument('<source>', 'a JPEG, PNG, WebP or BMP file')
    .argument('<target>', 'another')
    .addOption(imageTypeOption('source'))
    .addOption(imageTypeOption('target'))
    .addOption(farOption())
    .addOption(noReviewOption())
    .addOption(populationOption())
    .addOption(settingsOption())
    .addOption(jsonOption())
    .action(async (source: string, target: string, options: CompareOptions) => {
      await act(host, options.json, () => compare(source, target, options));
    });
};

const compare = async (
  source: string,
  target: string,
  options: CompareOptions,
): Promise<Outcome> => {
  const { compare: set } = await readSettings(options.settings);
  const request = {
    source: { type: options.sourceType, image: await readPhotograph(source) },
    target: { type: options.targetType, image: await readPhotograph(target) },
  };
  const population = options.population ?? set.population;
  const rules = { far: options.far ?? set.far, review: options.review && set.review };
  return withLocalEngine({ ...set, population }, async ({ engine }) => {
    const result = await engine.compareFaces(request);
    const decision = decide(result, rules);
    return {
      exitCode: exitCodeOf(decision.verdict),
      document: documentOf(decision, result),
      text: describeDecision(decision, result),
    };
  });
};

/** A comparison as `--json` prints it. */
const documentOf = (decision: Decision, result: CompareFacesResult): object => {
  const { verdict, far, threshold, reviewThreshold } = decision;
  const { similarityScore, confidenceThresholds, cosine, engine, calibration } = result;
  return {
    verdict,
    similarityScore,
    confidenceThresholds,
    far,
    threshold,
    ...(reviewThreshold !== undefined && { reviewThreshold }),
    cosine,
    engine,
    calibration,
    faces: result.faces,
    timings: result.timings,
  };
};
