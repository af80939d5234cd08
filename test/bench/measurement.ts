import type { BenchOptions } from './bench-options.ts';
import type { Figure } from './figures.ts';

/** Something that is measured. */
export interface Measurement {
  readonly letter: string;
  readonly title: string;
  run(options: BenchOptions): Promise<readonly Figure[]>;
}
