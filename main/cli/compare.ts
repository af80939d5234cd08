import type { CompareFacesResult, TargetMoment } from '../compare/contract.ts';
import type { VerdictRules } from '../compare/operating-thresholds.ts';
import { VerdictError } from '../compare/verdict-error.ts';
import { decide, type Decision } from '../compare/verdict.ts';
import type { FaceLooker, ImageType } from '../face/types.ts';
import { readSettings } from '../settings/read-settings.ts';
import { act, type AddCommand } from './command.ts';
import { withCompareEngine, type EngineOptions } from './compare-engine-session.ts';
import { describeDecision } from './describe-decision.ts';
import { describeEngines, enginesDocument } from './describe-engines.ts';
import { readPhotograph } from './files.ts';
import {
  consentOption,
  engineOption,
  farOption,
  furtherFrameOption,
  imageTypeOption,
  jsonOption,
  noReviewOption,
  populationOption,
  settingsOption,
} from './options.ts';
import { exitCodeOf, exitCodes, type Outcome } from './outcome.ts';
import { weighFrames } from './weigh-frames.ts';

interface CompareOptions extends EngineOptions {
  readonly sourceType: ImageType;
  readonly targetType: ImageType;
  readonly frame: readonly string[];
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
    .addOption(furtherFrameOption())
    .addOption(farOption())
    .addOption(noReviewOption())
    .addOption(populationOption())
    .addOption(engineOption())
    .addOption(consentOption())
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
  const settings = await readSettings(options.settings);
  const { compare: set } = settings;
  const request = {
    source: { type: options.sourceType, image: await readPhotograph(source) },
    target: { type: options.targetType, image: await readPhotograph(target) },
  };
  const frames = await Promise.all(options.frame.map(readPhotograph));
  const population = options.population ?? set.population;
  const rules = { far: options.far ?? set.far, review: options.review && set.review };
  const chosen = {
    engine: settings.engine,
    compare: { ...set, population, settingsFile: options.settings },
  };
  return withCompareEngine(options, chosen, async ({ engine, looker }) => {
    const moment = await momentOf(looker, request.target.image, frames);
    const result = await engine.compareFaces({
      ...request,
      ...(moment && { moment }),
      judgedBy: rules,
    });
    return judged(result, rules);
  });
};

/** A cloud alone compares the target alone, so nothing is weighed for it. */
const momentOf = async (
  looker: FaceLooker | undefined,
  target: Uint8Array,
  frames: readonly Uint8Array[],
): Promise<TargetMoment | undefined> => {
  if (looker === undefined || frames.length === 0) return undefined;
  const [weighed, ...furtherFrames] = await weighFrames(looker, [target, ...frames]);
  return weighed && { quality: weighed.quality, furtherFrames };
};

const judged = (result: CompareFacesResult, rules: VerdictRules): Outcome => {
  try {
    const decision = decide(result, rules);
    return {
      exitCode: exitCodeOf(decision.verdict),
      document: { ...documentOf(decision, result), ...enginesDocument(result, rules) },
      text: [describeDecision(decision, result), ...describeEngines(result, rules)].join('\n'),
    };
  } catch (caught) {
    if (!(caught instanceof VerdictError) || caught.code !== 'verdict.no-thresholds') throw caught;
    return scoreAlone(result, rules, caught);
  }
};

/** A score that nobody can judge is still a score; the error says why it is no more. */
const scoreAlone = (
  result: CompareFacesResult,
  rules: VerdictRules,
  error: VerdictError,
): Outcome => {
  const { similarityScore, framesUsed = 1, engine } = result;
  const { en, zh } = error.sentence;
  return {
    exitCode: exitCodes.error,
    document: {
      similarityScore,
      framesUsed,
      engine,
      ...enginesDocument(result, rules),
      error: error.toJSON(),
    },
    text: [
      `score ${similarityScore.toFixed(2)} of 100   (${engine})`,
      ...describeEngines(result, rules),
      ...[en, zh, `(${error.code})`],
    ].join('\n'),
  };
};

/** A comparison as `--json` prints it. */
const documentOf = (decision: Decision, result: CompareFacesResult): object => {
  const { verdict, far, threshold, reviewThreshold, disagreed } = decision;
  const { similarityScore, confidenceThresholds, cosine, framesUsed = 1 } = result;
  return {
    verdict,
    similarityScore,
    confidenceThresholds,
    far,
    threshold,
    ...(reviewThreshold !== undefined && { reviewThreshold }),
    ...(disagreed && { disagreed }),
    cosine,
    framesUsed,
    engine: result.engine,
    calibration: result.calibration,
    faces: result.faces,
    timings: result.timings,
  };
};
