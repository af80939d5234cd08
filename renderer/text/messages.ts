import type { ShownCard, ShownDecision, ShownState } from '../../main/ipc/contract.ts';
import type { CameraProblem } from '../camera/camera-problem.ts';

/** What to do now: in a few large words, and a sentence below them. */
export interface Instruction {
  readonly heading: string;
  readonly detail: string;
}

type Remedy = Extract<ShownState, { phase: 'problem' }>['remedy'];
type PlainPhase = Exclude<ShownState['phase'], 'result' | 'problem'>;

/** Every word of the page. Errors and warnings come with their own sentences. */
export interface Messages {
  /** This language, in itself. */
  readonly languageName: string;
  /** The word for “language”. */
  readonly language: string;
  readonly steps: readonly [card: string, camera: string, result: string];
  readonly phase: Readonly<Record<PlainPhase, Instruction>>;
  readonly verdict: Readonly<Record<ShownDecision['verdict'], Instruction>>;
  readonly takeCard: string;
  readonly nextGuest: string;
  readonly problem: string;
  readonly remedy: Readonly<Record<Remedy, string>>;
  readonly camera: Readonly<Record<CameraProblem, Instruction>>;
  readonly cardKind: Readonly<Record<ShownCard['kind'], string>>;
  readonly name: string;
  readonly number: string;
  readonly score: string;
  readonly threshold: string;
  /** @param percent - the false-accept rate, e.g. `0.1%`. @param oneIn - its inverse, e.g. `1,000`. */
  readonly far: (percent: string, oneIn: string) => string;
}
