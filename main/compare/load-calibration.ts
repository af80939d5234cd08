import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { calibrationDigest } from './calibration-digest.ts';
import { CalibrationError } from './calibration-error.ts';
import { calibrationSchema, defaultPopulation, type Calibration } from './calibration.ts';

/**
 * Checks the text of a calibration.
 *
 * @param file - what to call it in an error.
 * @throws {CalibrationError} `calibration.invalid`, `calibration.edited`
 */
export const parseCalibration = (text: string, file: string): Calibration => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new CalibrationError(
      'calibration.invalid',
      { file, where: 'JSON', reason: reasonOf(cause) },
      { cause },
    );
  }
  const parsed = calibrationSchema.safeParse(json);
  if (parsed.success) return unedited(parsed.data, file);
  const issue = parsed.error.issues[0];
  throw new CalibrationError('calibration.invalid', {
    file,
    where: issue?.path.map(String).join('.') ?? '',
    reason: issue?.message ?? parsed.error.message,
  });
};

/** Refuses a table whose content no longer agrees with its id: a threshold is never typed in. */
const unedited = (calibration: Calibration, file: string): Calibration => {
  if (calibration.id.endsWith(`-${calibrationDigest(calibration)}`)) return calibration;
  throw new CalibrationError('calibration.edited', { file });
};

/**
 * Reads one calibration.
 *
 * @throws {CalibrationError} `calibration.unreadable`, `calibration.invalid`
 */
export const readCalibration = async (path: string): Promise<Calibration> => {
  const file = basename(path);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CalibrationError(
      'calibration.unreadable',
      { file, reason: reasonOf(cause) },
      { cause },
    );
  });
  return parseCalibration(text, file);
};

/** A calibration and the path of the file it came from. */
interface CalibrationFile {
  readonly file: string;
  readonly calibration: Calibration;
}

/** Where calibrations lie: those of the product, and beside them those a site measured, if it did. */
export interface CalibrationFolders {
  readonly shipped: string;
  /** Need not be there. */
  readonly site?: string;
}

/**
 * Reads every `*.json` of the folders. A damaged one is an error, not left out: what it was for must
 * not silently be gone.
 *
 * @throws {CalibrationError} `calibration.unreadable`, `calibration.invalid`
 */
export const listCalibrations = async ({
  shipped,
  site,
}: CalibrationFolders): Promise<readonly CalibrationFile[]> => [
  ...(await listFolder(shipped)),
  ...(site === undefined ? [] : await listFolder(site, [])),
];

const listFolder = async (
  directory: string,
  withoutFolder?: readonly string[],
): Promise<readonly CalibrationFile[]> => {
  const names = await readdir(directory).catch((cause: unknown) => {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isMissing && withoutFolder !== undefined) return withoutFolder;
    const file = basename(directory);
    throw new CalibrationError(
      'calibration.unreadable',
      { file, reason: reasonOf(cause) },
      { cause },
    );
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    files
      .map((name) => join(directory, name))
      .map(async (file) => ({ file, calibration: await readCalibration(file) })),
  );
};

/**
 * Finds a calibration by its name.
 *
 * @param population - default: {@link defaultPopulation}.
 * @throws {CalibrationError} `calibration.unknown-population`, which lists those there are, or
 * `calibration.ambiguous-population`; and those of {@link listCalibrations}.
 */
export const findCalibration = async (
  folders: CalibrationFolders,
  population: string = defaultPopulation,
): Promise<Calibration> => {
  const all = await listCalibrations(folders);
  const matching = all.filter(({ calibration }) => calibration.population === population);
  const [found, second] = matching;
  if (found === undefined) {
    const available = [...new Set(all.map(({ calibration }) => calibration.population))];
    throw new CalibrationError('calibration.unknown-population', { population, available });
  }
  if (second !== undefined) {
    const files = matching.map(({ file }) => file);
    throw new CalibrationError('calibration.ambiguous-population', { population, files });
  }
  return found.calibration;
};

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
