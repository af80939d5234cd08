import { basename } from 'node:path';
import { calibrationName, type Calibration } from '../compare/calibration.ts';
import { findCalibration } from '../compare/load-calibration.ts';
import { EvaluateError } from '../evaluate/evaluate-error.ts';
import { assertGroupsPossible, type GroupsToFind } from '../evaluate/groups-to-find.ts';
import { readListFile } from '../evaluate/pairs-file.ts';
import type { PeopleFolder } from '../evaluate/people-folder.ts';
import { calibrationFolders } from '../settings/calibration-folders.ts';
import { percent } from './describe-decision.ts';

/** What `witness calibrate` is told about groups of people. */
export interface GroupOptions {
  /** `name=file`. */
  readonly group?: readonly string[];
  readonly clusters: number;
  readonly plain: boolean;
}

/**
 * Groups to find among these people; else those of the calibration that ships, unless none are wanted.
 *
 * @throws {EvaluateError} `evaluate.list-unreadable`, `evaluate.people-line`, and those of
 * {@link assertGroupsPossible};
 * CalibrationError where that of the product cannot be read
 */
export const centringFor = async (
  folder: PeopleFolder,
  { group: groups, clusters, plain }: GroupOptions,
): Promise<Calibration | GroupsToFind | undefined> => {
  if (plain) return undefined;
  if (groups === undefined) return findCalibration({ shipped: calibrationFolders().shipped });
  const named = groups.map(readGroup);
  const withPeople = named.map(async ({ name, file }) => ({
    name,
    people: folder.numbersOf(await readListFile(file)),
  }));
  const wanted = { named: await Promise.all(withPeople), clusters };
  assertGroupsPossible(wanted);
  return wanted;
};

/** The options as they go into the record, without the folders of this machine. */
export const groupsInCommand = ({ group, clusters, plain }: GroupOptions): readonly string[] => {
  if (plain) return ['--plain'];
  if (group === undefined) return [];
  const named = group.map(readGroup).map(({ name, file }) => `${name}=${basename(file)}`);
  return [...named.map((one) => `--group ${one}`), `--clusters ${clusters}`];
};

/** A line about each group. */
export const describeGroups = (centring: Calibration['centring']): readonly string[] =>
  (centring?.groups ?? []).map(
    ({ name, people, share, largestPull }) =>
      `group ${name}: ${people} people, ${percent(share)} of their mean taken off; no one of them draws it nearer than ${largestPull}`,
  );

const readGroup = (text: string): { readonly name: string; readonly file: string } => {
  const [name = '', ...rest] = text.split('=');
  const file = rest.join('=');
  if (!calibrationName.safeParse(name).success || file === '')
    throw new EvaluateError('evaluate.group-name', { name: text });
  return { name, file };
};
