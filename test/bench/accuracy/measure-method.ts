import { bootstrapOverPeople, type Interval } from '../../../main/evaluate/bootstrap.ts';
import { createRandom } from '../../../main/evaluate/random.ts';
import type { Split } from './disjoint-splits.ts';
import { rowsOf, trainingOf, type FaceTable } from './face-table.ts';
import { pickSome } from './cluster-means.ts';
import type { Method, Projection } from './method.ts';
import { scoreFaces, type Condition, type OnComparison } from './score-faces.ts';
import { ScoreHistogram } from './score-histogram.ts';

/** The FARs of thresholds, lax to strict. */
export const nominalFars = [1e-2, 1e-3, 1e-4] as const;

/** What a method shows on people it was not made from. Lists are in the order of the FARs. */
export interface SideResult {
  /** Achieved FAR ÷ nominal, each two photographs weighing the same. */
  readonly byPhotographs: readonly number[];
  /** The same, each two people weighing the same. */
  readonly byPeople: readonly number[];
  /** 95 % of it, by bootstrap over people; for the named group only. */
  readonly interval?: readonly Interval[];
  /** At that threshold. */
  readonly tar: readonly number[];
  /** At the threshold at which this very side has the nominal FAR, each two people weighing the same. */
  readonly tarAtEqualFar: readonly number[];
  /** By person: genuine comparisons, and how many of them pass at each of those equal FARs. */
  readonly genuineAtEqualFar: ReadonlyMap<number, readonly number[]>;
}

export interface MethodResult {
  readonly mix: SideResult;
  readonly group: SideResult;
}

export interface MeasureMethodSettings {
  readonly table: FaceTable;
  readonly splits: readonly Split[];
  readonly condition: Condition;
  /** Photographs of the others that are compared on either half, at most: chosen at random. */
  readonly most: number;
  readonly seed: number;
  /** What the method is made from, if that is not `table`: the same people. */
  readonly training?: FaceTable;
  /** What was made from each split already, and where it is kept for the next measurement. */
  readonly made?: Map<Split, Projection>;
}

/**
 * Makes a method from the one part of the people, fits thresholds on the impostors among the others of
 * that part, and tries both on the people held out; added up over all splits.
 */
export const measureMethod = (method: Method, settings: MeasureMethodSettings): MethodResult => {
  const { table, splits, condition, most, seed, training = table, made } = settings;
  const mix = new SideTally();
  const group = new SideTally();
  // Two people of the group who are held together more than once count as once.
  const meetings = countMeetings(splits);
  const times = (first: number, second: number): number =>
    1 / (meetings.get(pairName(first, second)) ?? 1);
  for (const [index, split] of splits.entries()) {
    const random = createRandom(seed + index);
    const some = (people: readonly number[]): readonly number[] =>
      pickSome(rowsOf(table, people), most, random);
    const [fitted, held] = [some(split.made.others), some(split.held.others)];
    const project = made?.get(split) ?? method.make(trainingOf(training, split), random);
    made?.set(split, project);
    const { byPhotographs } = scoreFaces(table, fitted, condition, project);
    const thresholds = nominalFars.map((far) => byPhotographs.thresholdAt(far));
    mix.add(thresholds, (on) => scoreFaces(table, held, condition, project, on));
    const named = rowsOf(table, split.held.group);
    group.add(
      thresholds,
      (on) => scoreFaces(table, named, condition, project, { ...on, times }),
      true,
    );
  }
  return { mix: mix.result(), group: group.result(seed) };
};

/** The two people of a comparison, whichever comes first. */
const pairName = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;

/** In how many splits two people of the group are held together. */
const countMeetings = (splits: readonly Split[]): ReadonlyMap<string, number> => {
  const meetings = new Map<string, number>();
  for (const { held } of splits)
    held.group.forEach((person, index) => {
      for (const other of held.group.slice(0, index)) {
        const pair = pairName(person, other);
        meetings.set(pair, (meetings.get(pair) ?? 0) + 1);
      }
    });
  return meetings;
};

/** Adds up what the splits show of one side. */
class SideTally {
  #photographs = 0;
  #people = 0;
  #genuine = 0;
  readonly #accepted = nominalFars.map(() => ({ photographs: 0, people: 0, genuine: 0 }));
  /** Impostors and genuine ones by how far they are above the middle threshold. */
  readonly #impostors = new ScoreHistogram();
  readonly #genuineAbove = new ScoreHistogram();
  /** By two people: weight of their comparisons, and of those accepted at each FAR. */
  readonly #pairs = new Map<string, number[]>();
  /** By person: how far their genuine comparisons are above the middle threshold. */
  readonly #persons = new Map<number, number[]>();

  add(
    thresholds: readonly number[],
    score: (on: OnComparison) => ReturnType<typeof scoreFaces>,
    byPair = false,
  ): void {
    const middle = thresholds[1] ?? 0;
    const { byPhotographs, byPeople, genuine } = score({
      impostor: (value, first, second, weight) => {
        this.#impostors.add(value - middle, weight);
        if (byPair) this.#countPair(pairName(first, second), weight, value, thresholds);
      },
      genuine: (value, person) => {
        const own = this.#persons.get(person);
        if (own === undefined) this.#persons.set(person, [value - middle]);
        else own.push(value - middle);
      },
    });
    this.#photographs += byPhotographs.total;
    this.#people += byPeople.total;
    this.#genuine += genuine.total;
    this.#genuineAbove.addShifted(genuine, -middle);
    thresholds.forEach((threshold, index) => {
      const accepted = this.#accepted[index]!;
      accepted.photographs += byPhotographs.reaching(threshold);
      accepted.people += byPeople.reaching(threshold);
      accepted.genuine += genuine.reaching(threshold);
    });
  }

  #countPair(pair: string, weight: number, score: number, thresholds: readonly number[]): void {
    const sums = this.#pairs.get(pair) ?? [0, ...thresholds.map(() => 0)];
    sums[0] = (sums[0] ?? 0) + weight;
    thresholds.forEach((threshold, index) => {
      if (score >= threshold) sums[index + 1] = (sums[index + 1] ?? 0) + weight;
    });
    this.#pairs.set(pair, sums);
  }

  result(seed?: number): SideResult {
    const multiples = (of: 'photographs' | 'people', total: number): readonly number[] =>
      nominalFars.map((far, index) => (this.#accepted[index]?.[of] ?? 0) / total / far);
    const equal = nominalFars.map((far) => this.#impostors.thresholdAt(far));
    return {
      byPhotographs: multiples('photographs', this.#photographs),
      byPeople: multiples('people', this.#people),
      ...(seed !== undefined && { interval: this.#interval(seed) }),
      tar: this.#accepted.map(({ genuine }) => genuine / this.#genuine),
      tarAtEqualFar: equal.map(
        (threshold) => this.#genuineAbove.reaching(threshold) / this.#genuine,
      ),
      genuineAtEqualFar: new Map(
        [...this.#persons].map(([person, scores]) => [
          person,
          [
            scores.length,
            ...equal.map((threshold) => scores.filter((score) => score >= threshold).length),
          ],
        ]),
      ),
    };
  }

  #interval(seed: number): readonly Interval[] {
    const pairs = [...this.#pairs].map(([pair, sums]) => {
      const [first = 0, second = 0] = pair.split(' ').map(Number);
      return { first, second, sums };
    });
    const people = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
    const position = new Map(people.map((person, index) => [person, index]));
    const placed = pairs.map(({ first, second, sums }) => ({
      first: position.get(first) ?? 0,
      second: position.get(second) ?? 0,
      sums,
    }));
    return bootstrapOverPeople(
      (weights) => {
        const totals = [0, ...nominalFars.map(() => 0)];
        for (const { first, second, sums } of placed) {
          const times = (weights[first] ?? 0) * (weights[second] ?? 0);
          if (times > 0)
            sums.forEach((sum, index) => (totals[index] = (totals[index] ?? 0) + times * sum));
        }
        const [total = 0, ...accepted] = totals;
        if (total === 0) return undefined;
        return accepted.map((sum, index) => sum / total / (nominalFars[index] ?? 1));
      },
      { people: people.length, replicates: 1000, random: createRandom(seed) },
    );
  }
}
