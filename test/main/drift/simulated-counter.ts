import { createScoreMap } from '../../../main/compare/score-map.ts';
import type { CalibratedScores } from '../../../main/drift/detect-drift.ts';
import { stepOf } from '../../../main/compare/score-steps.ts';
import { noCounts, type StepCounts } from '../../../main/drift/score-counts.ts';
import { createRandom, type Random } from '../../../main/evaluate/random.ts';
import { point } from '../compare/sample-calibration.ts';

/** Chip photographs against faces, much as they were measured here: 4 % of guests score below 80. */
const { toScore } = createScoreMap([point(0.01, 0.37), point(0.001, 0.47), point(0.0001, 0.55)]);
const cosines = { guest: { mean: 0.66, spread: 0.11 }, stranger: { mean: 0.05, spread: 0.13 } };

/** A counter whose guests are drawn by chance: the same seed has the same guests come. */
export class SimulatedCounter {
  readonly random: Random;

  constructor(seed: number) {
    this.random = createRandom(seed);
  }

  /** Score of a guest; `moved`: what is added to the cosine. */
  guest(moved = 0): number {
    return this.#score(cosines.guest, moved);
  }

  stranger(): number {
    return this.#score(cosines.stranger, 0);
  }

  /** Scores of guests among whom a share are strangers. */
  mixed(share: number): number {
    return this.random() < share ? this.stranger() : this.guest();
  }

  /** A standard normal number, Box and Muller's way. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.random()));
    return radius * Math.cos(2 * Math.PI * this.random());
  }

  /** Score of a guest who is so many standard deviations from the usual. */
  scoreOf(deviations: number): number {
    const { mean, spread } = cosines.guest;
    return toScore(clamped(mean + spread * deviations));
  }

  #score({ mean, spread }: { readonly mean: number; readonly spread: number }, moved: number) {
    return toScore(clamped(mean + spread * this.normal() + moved));
  }
}

const clamped = (cosine: number): number => Math.max(-1, Math.min(1, cosine));

/** Counts so many scores. */
export const countsOf = (comparisons: number, score: () => number): StepCounts => {
  const counts = [...noCounts];
  for (let i = 0; i < comparisons; i++) counts[stepOf(score())]! += 1;
  return counts;
};

/** What two comparisons of one person have in common, of the variance of all. */
const ownShare = 0.7;

/** A calibration on the guests of such a counter, with their true distribution; so many people are said. */
export const simulatedCalibration = (genuinePeople: number): CalibratedScores => {
  const counter = new SimulatedCounter(1);
  const measured = 100_000;
  const counts = countsOf(measured, () => counter.guest());
  return {
    genuineScores: counts.map((count) => count / measured),
    genuinePeople,
  };
};

/**
 * A calibration as it is measured: on so many people, of some comparisons each, which are alike; among
 * nine times as many of whom there is a single photograph and no comparison.
 */
export const sampledCalibration = (
  genuinePeople: number,
  seed: number,
): CalibratedScores & { readonly people: number; readonly genuineCount: number } => {
  const counter = new SimulatedCounter(seed);
  const each = 20;
  const scores = Array.from({ length: genuinePeople }, () => {
    const own = counter.normal() * Math.sqrt(ownShare);
    return Array.from({ length: each }, () =>
      counter.scoreOf(own + counter.normal() * Math.sqrt(1 - ownShare)),
    );
  }).flat();
  const counts = countsOf(scores.length, () => scores.pop() ?? 0);
  return {
    genuineScores: counts.map((count) => count / (genuinePeople * each)),
    genuinePeople,
    people: 10 * genuinePeople,
    genuineCount: genuinePeople * each,
  };
};
