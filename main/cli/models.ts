import { dirname, join, relative } from 'node:path';
import { readModelManifest } from '../../models/manifest.ts';
import { verifyModelFile } from '../../models/model-file.ts';
import type { Model } from '../../models/manifest-schema.ts';
import { listCalibrations } from '../compare/load-calibration.ts';
import { calibrationFolders } from '../settings/calibration-folders.ts';
import { modelsDirectory } from '../settings/product-root.ts';
import { act, type AddCommand } from './command.ts';
import { jsonOption, settingsOption } from './options.ts';
import { exitCodes, type Outcome } from './outcome.ts';

interface ModelsOptions {
  /** Calibrations of the site lie beside them. */
  readonly settings?: string;
  readonly json: boolean;
}

/** `witness models list` and `witness models verify`. */
export const addModels: AddCommand = (program, host) => {
  const models = program.command('models').description('the face models and their calibrations');
  models
    .command('list', { isDefault: true })
    .description('say which models and calibrations there are')
    .addOption(settingsOption())
    .addOption(jsonOption())
    .action(async ({ settings, json }: ModelsOptions) => {
      await act(host, json, () => list(settings));
    });
  models
    .command('verify')
    .description('check the SHA-256 of every model file, and every calibration')
    .addOption(settingsOption())
    .addOption(jsonOption())
    .action(async ({ settings, json }: ModelsOptions) => {
      await act(host, json, () => verify(settings));
    });
};

const list = async (settingsFile?: string): Promise<Outcome> => {
  const { models } = readModelManifest(modelsDirectory());
  const calibrations = await listCalibrations(calibrationFolders(settingsFile));
  const described = calibrations.map(({ file, calibration: { id, population } }) => ({
    file: shownPath(file),
    id,
    population,
  }));
  return {
    exitCode: exitCodes.ok,
    document: { models: models.map(summaryOf), calibrations: described },
    text: [
      ...models.map((model) => `${model.role.padEnd(10)} ${model.id.padEnd(16)} ${model.title}`),
      ...models.map((model) => `${model.id}: ${model.licence.spdx}. ${model.licence.provenance}`),
      ...described.map(({ population, id }) => `calibration ${population.padEnd(12)} ${id}`),
    ].join('\n'),
  };
};

const verify = async (settingsFile?: string): Promise<Outcome> => {
  const { models } = readModelManifest(modelsDirectory());
  for (const model of models) verifyModelFile(modelsDirectory(), model);
  const calibrations = await listCalibrations(calibrationFolders(settingsFile));
  return {
    exitCode: exitCodes.ok,
    document: {
      verified: models.map(summaryOf),
      calibrations: calibrations.map(({ calibration: { id } }) => id),
    },
    text: [
      ...models.map((model) => `ok  ${join('models', model.file)}  ${model.sha256}`),
      ...calibrations.map(({ file, calibration: { id } }) => `ok  ${shownPath(file)}  ${id}`),
    ].join('\n'),
  };
};

/** Within the product where it is part of it, else in full. */
const shownPath = (file: string): string => {
  const within = relative(dirname(modelsDirectory()), file);
  return within.startsWith('..') ? file : within;
};

const summaryOf = ({ id, role, title, file, bytes, sha256, licence }: Model): object => ({
  id,
  role,
  title,
  file,
  bytes,
  sha256,
  licence,
});
