import type { PackageSource } from '../../manifest-schema.ts';
import { ModelError } from '../../model-error.ts';
import type { Graph } from '../graph.ts';
import { negatePreluSlopes } from './negated-prelu-slopes.ts';
import { moveReluBehindConvolution, type Repaired } from './relu-before-prelu.ts';

type Repair = PackageSource['conversion']['repairs'][number];

const repairOf: Readonly<Record<Repair['kind'], (graph: Graph) => Repaired>> = {
  'relu-before-prelu': moveReluBehindConvolution,
  'negated-prelu-slopes': negatePreluSlopes,
};

/**
 * Applies the repairs of a manifest entry, in their order.
 *
 * @throws ModelError `model.repair-mismatch` where a repair finds more or fewer places than it should
 */
export const repairGraph = (graph: Graph, repairs: readonly Repair[]): Graph => {
  let current = graph;
  for (const { kind, places } of repairs) {
    const repaired = repairOf[kind](current);
    if (repaired.places !== places) {
      throw new ModelError('model.repair-mismatch', {
        repair: kind,
        expected: places,
        actual: repaired.places,
      });
    }
    current = repaired.graph;
  }
  return current;
};
