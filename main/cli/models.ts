import { join } from 'node:path';
import { readModelManifest } from '../../models/manifest.ts';
import { verifyModelFile } from '../../models/model-file.ts';
import type { Model } from '../../models/manifest-schema.ts';
import { listCalibrations } from '../compare/load-calibration.ts';
import { calibrationFolders } from '../settings/calibration-folders.ts';
import { modelsDirectory } from '../settings/product-root.ts';
import { act, type AddCommand } from './command.ts';
import { jsonOption } from './options.ts';
import { exitCodes, type Outcome } from './outcome.ts';

/** `witness models list` and `witness models verify`. */
export const addModels: AddCommand = (program, host) => {
  const models = program.command('models').description('the face models and their calibrations');
  models
    .command('list', { isDefault: true })
    .description('say which models and calibrations there are')
    .addOption(jsonOption())
    .action(async ({ json }: { readonly json: boolean }) => {
      await act(host, json, list);
    });
  models
    .command('verify')
    .description('check the SHA-256 of every model file, and every calibration')
    .addOption(jsonOption())
    .action(async ({ json }: { readonly json: boolean }) => {
      await act(host, json, verify);
    });
};

const list = async (): Promise<Outcome> => {
  const { models } = readModelManifest(modelsDirectory());
  const calibrations = await listCalibrations(calibrationFolders());
  const described = calibrations.map(({ file, calibration: { id, population } }) => ({
    file,
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

const verify = async (): Promise<Outcome> => {
  const { models } = readModelManifest(modelsDirectory());
  for (const model of models) verifyModelFile(modelsDirectory(), model);
  const calibrations = await listCalibrations(calibrationFolders());
  return {
    exitCode: exitCodes.ok,
    document: {
      verified: models.map(summaryOf),
      calibrations: calibrations.map(({ calibration: { id } }) => id),
    },
    text: [
      ...models.map((model) => `ok  ${join('models', model.file)}  ${model.sha256}`),
      ...calibrations.map(
        ({ file, calibration: { id } }) => `ok  models/calibration/${file}  ${id}`,
      ),
    ].join('\n'),
  };
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
