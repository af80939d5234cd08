import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { calibrationDigest } from './calibration-digest.ts';
import { CalibrationError } from './calibration-error.ts';
import {
  calibrationName,
  calibrationSchema,
  defaultPopulation,
  type Calibration,
} from './calibration.ts';

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
 * @throws {CalibrationError} `calibration.unreadable`, `calibration.invalid`, `calibration.edited`
 */
export const readCalibration = async (path: string): Promise<Calibration> =>
  parseCalibration(await readText(path), basename(path));

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
 * @throws {CalibrationError} `calibration.unreadable`, `calibration.invalid`, `calibration.edited`
 */
export const listCalibrations = async ({
  shipped,
  site,
}: CalibrationFolders): Promise<readonly CalibrationFile[]> => {
  const files = [...(await filesOf(shipped)), ...(await filesOfSite(site))];
  return Promise.all(
    files.map(async (file) => ({ file, calibration: await readCalibration(file) })),
  );
};

/**
 * Finds a calibration by its name. What a site measured goes before what came with the product. A
 * damaged file is in the way of nobody who wants another name than the one it says it has.
 *
 * @param population - default: {@link defaultPopulation}.
 * @throws {CalibrationError} `calibration.unknown-population`, which lists those there are, or
 * `calibration.ambiguous-population`; and those of {@link readCalibration}.
 */
export const findCalibration = async (
  { shipped, site }: CalibrationFolders,
  population: string = defaultPopulation,
): Promise<Calibration> => {
  const ofSite = await readClaims(await filesOfSite(site));
  const ofProduct = await readClaims(await filesOf(shipped));
  const found = onlyOne(ofSite, population) ?? onlyOne(ofProduct, population);
  if (found !== undefined) return parseCalibration(found.text, basename(found.file));
  const available = await listPopulations({ shipped, ...(site !== undefined && { site }) });
  throw new CalibrationError('calibration.unknown-population', { population, available });
};

/**
 * The names that can be chosen from, each once.
 *
 * @throws {CalibrationError} `calibration.unreadable`; `calibration.invalid` where a file does not say
 * its name.
 */
export const listPopulations = async ({
  shipped,
  site,
}: CalibrationFolders): Promise<readonly string[]> => {
  const claims = await readClaims([...(await filesOf(shipped)), ...(await filesOfSite(site))]);
  return [...new Set(claims.map(({ population }) => population))];
};

/** A file, and whom it says it is for, before it is known whether it is whole. */
interface Claim {
  readonly file: string;
  readonly text: string;
  readonly population: string;
}

const readClaims = (files: readonly string[]): Promise<readonly Claim[]> =>
  Promise.all(
    files.map(async (file) => {
      const text = await readText(file);
      return { file, text, population: claimedPopulation(text, basename(file)) };
    }),
  );

const claimSchema = z.object({ population: calibrationName });

/** @throws CalibrationError where it cannot be told: such a file may be the wanted one. */
const claimedPopulation = (text: string, file: string): string => {
  try {
    return claimSchema.parse(JSON.parse(text)).population;
  } catch {
    return parseCalibration(text, file).population;
  }
};

const onlyOne = (claims: readonly Claim[], population: string): Claim | undefined => {
  const [found, ...others] = claims.filter((claim) => claim.population === population);
  if (found === undefined || others.length === 0) return found;
  const files = [found, ...others].map(({ file }) => file);
  throw new CalibrationError('calibration.ambiguous-population', { population, files });
};

const readText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: unknown) => {
    throw unreadable(path, cause);
  });

const filesOf = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return files.map((name) => join(folder, name));
};

/** A site need not have measured any. */
const filesOfSite = async (folder: string | undefined): Promise<readonly string[]> =>
  folder !== undefined && existsSync(folder) ? filesOf(folder) : [];

const unreadable = (path: string, cause: unknown): CalibrationError =>
  new CalibrationError(
    'calibration.unreadable',
    { file: basename(path), reason: reasonOf(cause) },
    { cause },
  );

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
