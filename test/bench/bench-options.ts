import { parseArgs } from 'node:util';

/** How a run is asked for. */
export interface BenchOptions {
  /** Letters of the measurements; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly quick: boolean;
  readonly out: string;
  /** File of the run to compare with. */
  readonly against: string | undefined;
  /** Photographs and pairs of them to measure accuracy on. */
  readonly pairs: { readonly folder: string; readonly file: string } | undefined;
}

/**
 * Reads the arguments.
 *
 * @param letters - of the measurements there are.
 * @throws RangeError for what cannot be done; TypeError of Node for an option there is not.
 */
export const readBenchOptions = (
  args: readonly string[],
  letters: readonly string[],
): BenchOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      out: { type: 'string', default: 'build/bench.json' },
      against: { type: 'string' },
      faces: { type: 'string' },
      pairs: { type: 'string' },
    },
  });
  const only = values.only?.split(',').map((letter) => letter.trim());
  const unknown = only?.find((letter) => !letters.includes(letter));
  if (unknown !== undefined)
    throw new RangeError(`There is no measurement "${unknown}"; there are ${letters.join(', ')}.`);
  const { faces: folder, pairs: file } = values;
  if ((folder === undefined) !== (file === undefined))
    throw new RangeError('--faces and --pairs go together.');
  return {
    only,
    quick: values.quick,
    out: values.out,
    against: values.against,
    pairs: folder === undefined || file === undefined ? undefined : { folder, file },
  };
};
