import { Presets, SingleBar } from 'cli-progress';
import type { MeasuringProgress } from '../evaluate/calibrate.ts';

const stages = { embed: 'photographs', compare: 'comparisons' } as const;

/**
 * A progress bar on standard error, so that standard output stays the result's. Where standard error
 * is no terminal it writes a line every few seconds.
 */
export const startProgress = (): {
  readonly show: (progress: MeasuringProgress) => void;
  readonly stop: () => void;
} => {
  const bar = new SingleBar(
    {
      format: '{stage} {bar} {percentage}%  {duration_formatted}',
      stream: process.stderr,
      noTTYOutput: true,
      notTTYSchedule: 5000,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  let current: MeasuringProgress['stage'] | undefined;
  return {
    show: ({ stage, share }) => {
      if (stage !== current) {
        if (current !== undefined) bar.stop();
        bar.start(1000, 0, { stage: stages[stage] });
        current = stage;
      }
      bar.update(Math.round(share * 1000));
    },
    stop: () => {
      bar.stop();
    },
  };
};
