import { isWitnessError, type WitnessError } from '../errors/witness-error.ts';
import {
  countScore,
  noStatistics,
  type CountedScore,
  type ScoreStatistics,
} from './score-statistics.ts';
import { readStatistics, writeStatistics } from './statistics-file.ts';

/** A file is written at most this often, in ms: an SSD of a counter lasts for years. */
const interval = 60_000;

/** The score statistics of a running station. */
export interface ScoreStore {
  readonly current: ScoreStatistics;
  /** What keeps them from being kept; undefined where they are. */
  readonly problem: WitnessError | undefined;
  count(score: CountedScore): void;
  /** Writes what was not written yet. More may be counted afterwards. */
  flush(): Promise<void>;
}

/** Counts that end with the program. */
export const memoryScoreStore = (): ScoreStore => new CountedScores(noStatistics);

/**
 * Opens the statistics in a file, and makes one with the first count. A file that cannot be used is left
 * as it is and is the store's problem, no error: guests are served without it.
 */
export const openScoreStore = async (file: string): Promise<ScoreStore> => {
  try {
    return new CountedScores(await readStatistics(file), file);
  } catch (caught) {
    if (!isWitnessError(caught)) throw caught;
    return new CountedScores(noStatistics, undefined, caught);
  }
};

class CountedScores implements ScoreStore {
  #current: ScoreStatistics;
  #problem: WitnessError | undefined;
  readonly #file: string | undefined;
  #isUnsaved = false;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(initial: ScoreStatistics, file?: string, problem?: WitnessError) {
    this.#current = initial;
    this.#file = file;
    this.#problem = problem;
  }

  get current(): ScoreStatistics {
    return this.#current;
  }

  get problem(): WitnessError | undefined {
    return this.#problem;
  }

  count(score: CountedScore): void {
    this.#current = countScore(this.#current, score);
    if (this.#file === undefined) return;
    this.#isUnsaved = true;
    this.#timer ??= setTimeout(() => {
      void this.flush();
    }, interval);
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // One after the other: the newest counts are to be those that stay.
    this.#writing = this.#writing.then(() => this.#write());
    await this.#writing;
  }

  async #write(): Promise<void> {
    if (this.#file === undefined || !this.#isUnsaved) return;
    this.#isUnsaved = false;
    try {
      await writeStatistics(this.#file, this.#current);
      this.#problem = undefined;
    } catch (caught) {
      if (!isWitnessError(caught)) throw caught;
      // The next comparison, or the end of the station, tries again.
      this.#isUnsaved = true;
      this.#problem = caught;
    }
  }
}
