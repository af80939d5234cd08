import type { Interval } from './bootstrap.ts';
import type { Comparisons } from './comparisons.ts';
import { detCurve, type DetCurve } from './det-curve.ts';
import { isSupported } from './measured-fars.ts';
import {
  farsAtThresholds,
  frrsAtThresholds,
  thresholdsAtFars,
  type Measured,
  type Resampling,
} from './measured.ts';

/** What a set shows at a FAR, with the threshold that this very set asks for. */
interface SetPoint {
  readonly far: number;
  /** The cosine from which on comparisons pass; null if no different people were compared. */
  readonly threshold: number | null;
  readonly thresholdInterval95: Interval | null;
  /** Share of genuine comparisons that pass; null if there is none. */
  readonly tar: number | null;
  readonly tarInterval95: Interval | null;
  /** Whether the set is large enough to say anything at this FAR. */
  readonly isSupported: boolean;
}

/** A threshold that ships with the product, by the FAR it is for. */
export interface ShippedThreshold {
  readonly far: number;
  readonly threshold: number;
}

/** What a set really gets at a shipped threshold. */
interface ShippedPoint extends ShippedThreshold {
  /** The FAR of this set at the threshold, each two photographs counting once: to be held against `far`. */
  readonly achievedFar: number | null;
  readonly achievedFarInterval95: Interval | null;
  /** The same with each two people counting once, however many photographs they have. */
  readonly achievedFarByPeople: number | null;
  readonly achievedFarByPeopleInterval95: Interval | null;
  readonly frr: number | null;
  readonly frrInterval95: Interval | null;
}

/** Figures of one set of comparisons. */
export interface SetReport {
  readonly impostorCount: number;
  readonly genuineCount: number;
  readonly points: readonly SetPoint[];
  readonly shipped: readonly ShippedPoint[];
  readonly det: DetCurve;
}

/**
 * Measures one set of comparisons.
 *
 * @param fars - lax to strict.
 * @param shipped - lax to strict.
 * @param directions - 2 if each pair of photographs was compared both ways.
 */
export const reportSet = (
  comparisons: Comparisons,
  fars: readonly number[],
  shipped: readonly ShippedThreshold[],
  resampling: Resampling,
  directions = 1,
): SetReport => {
  const { impostors, genuine } = comparisons;
  const thresholds = thresholdsAtFars(comparisons, fars, resampling);
  const frrs = frrsAtThresholds(
    comparisons,
    thresholds.map(({ value }) => value),
    resampling,
  );
  const shippedThresholds = shipped.map(({ threshold }) => threshold);
  const achieved = farsAtThresholds(comparisons, shippedThresholds, resampling);
  const byPeople = farsAtThresholds(comparisons, shippedThresholds, resampling, 'people');
  const shippedFrrs = frrsAtThresholds(comparisons, shippedThresholds, resampling);
  return {
    impostorCount: impostors.count,
    genuineCount: genuine.scores.length,
    points: fars.map((far, index) => ({
      far,
      threshold: thresholds[index]?.value ?? null,
      thresholdInterval95: thresholds[index]?.interval95 ?? null,
      ...tarOf(frrs[index]),
      isSupported: isSupported(far, impostors.count / directions),
    })),
    shipped: shipped.map((point, index) => ({
      ...point,
      achievedFar: achieved[index]?.value ?? null,
      achievedFarInterval95: achieved[index]?.interval95 ?? null,
      achievedFarByPeople: byPeople[index]?.value ?? null,
      achievedFarByPeopleInterval95: byPeople[index]?.interval95 ?? null,
      frr: shippedFrrs[index]?.value ?? null,
      frrInterval95: shippedFrrs[index]?.interval95 ?? null,
    })),
    det: detCurve(comparisons, shipped, resampling, directions),
  };
};

const tarOf = (frr: Measured | undefined): Pick<SetPoint, 'tar' | 'tarInterval95'> => {
  if (frr === undefined) return { tar: null, tarInterval95: null };
  const [low, high] = frr.interval95;
  return { tar: 1 - frr.value, tarInterval95: [1 - high, 1 - low] };
};
