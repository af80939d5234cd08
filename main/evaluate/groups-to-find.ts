import { calibrationName } from '../compare/calibration.ts';
import { leastPeoplePerGroup, mostGroups } from '../compare/centring.ts';
import { EvaluateError } from './evaluate-error.ts';

/** People who are known to be of one population. */
export interface NamedGroup {
  readonly name: string;
  /** Their numbers. */
  readonly people: readonly number[];
}

/** Which groups are to be centred. */
export interface GroupsToFind {
  readonly named: readonly NamedGroup[];
  /**
   * Into how many groups those in no named one are parted, at most: each needs
   * {@link leastPeoplePerGroup} people, and no calibration has more than {@link mostGroups}.
   */
  readonly clusters: number;
}

/** What groups found without labels are called. */
export const nameOfFound = (index: number): string => `others-${index + 1}`;

/**
 * Refuses groups that could not be centred, before anybody is embedded.
 *
 * @throws {EvaluateError} `evaluate.group-name`, `evaluate.too-many-groups`, `evaluate.group-too-small`,
 * `evaluate.groups-overlap`
 */
export const assertGroupsPossible = ({ named }: GroupsToFind): void => {
  const names = named.map(({ name }) => name);
  const badName = names.find(
    (name, index) =>
      !calibrationName.safeParse(name).success ||
      /^others-\d+$/.test(name) ||
      names.indexOf(name) !== index,
  );
  if (badName !== undefined) throw new EvaluateError('evaluate.group-name', { name: badName });
  if (named.length > mostGroups)
    throw new EvaluateError('evaluate.too-many-groups', { groups: named.length, most: mostGroups });
  for (const { name, people } of named) assertLargeEnough(name, new Set(people).size);
  assertDisjoint(named);
};

/** @throws {EvaluateError} `evaluate.group-too-small` */
export const assertLargeEnough = (name: string, people: number): void => {
  if (people >= leastPeoplePerGroup) return;
  throw new EvaluateError('evaluate.group-too-small', { name, people, least: leastPeoplePerGroup });
};

/** Of two means that share most of their people, the difference would show the others. */
const assertDisjoint = (named: readonly NamedGroup[]): void => {
  const groupOf = new Map<number, string>();
  for (const { name, people } of named) {
    for (const person of new Set(people)) {
      const other = groupOf.get(person);
      if (other !== undefined) throw new EvaluateError('evaluate.groups-overlap', { name, other });
      groupOf.set(person, name);
    }
  }
};
