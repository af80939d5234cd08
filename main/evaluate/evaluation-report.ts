import type { ImagePair } from '../compare/calibration.ts';
import type { Accuracy } from './fold-accuracy.ts';
import type { SetReport } from './set-report.ts';

/** What an evaluation found. Counts and rates only, but for the paths of files that could not be read. */
export interface EvaluationReport {
  readonly pair: ImagePair;
  /** Which side was squeezed through the simulated chip photo. */
  readonly chip: 'source' | 'target' | 'none';
  readonly pairs: {
    readonly listed: number;
    readonly genuine: number;
    readonly impostor: number;
    /** Left out, because a photograph could not be read. */
    readonly skipped: number;
  };
  readonly photographs: {
    readonly distinct: number;
    readonly people: number;
    /** How people were told apart: by the photographs' folders, or by the genuine pairs alone. */
    readonly peopleKnownBy: 'folder' | 'pairs';
    /** Photographs in which no face was found. */
    readonly withoutFace: number;
    /** Of those made into chip photos, how many had no face then. */
    readonly chipWithoutFace: number;
  };
  readonly unreadable: readonly {
    readonly path: string;
    readonly code: string;
    readonly message: string;
  }[];
  /** Null where all pairs are of one kind: any threshold beyond all scores would be right about them. */
  readonly accuracy: Accuracy | null;
  /** The pairs as listed. */
  readonly listed: SetReport;
  /** Every photograph against every other person's; null unless each person has a folder. */
  readonly everyPair: SetReport | null;
  /** The calibration whose thresholds `shipped` is about. */
  readonly calibration: { readonly id: string; readonly population: string } | null;
  readonly resampling: { readonly replicates: number; readonly seed: number };
}
