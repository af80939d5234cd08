import type { Graph } from '../graph.ts';
import type { Tensor } from '../tensor.ts';
import type { Repaired } from './relu-before-prelu.ts';
import { findUnrolledPrelus } from './unrolled-prelu.ts';

/**
 * Turns every unrolled PReLU, `Relu(x) + (x − |x|) · multiplier`, into one PReLU with the right slopes.
 *
 * As written, the slope is `2 · multiplier`; the published multipliers have the wrong sign, so the slope
 * is `−2 · multiplier`.
 */
export const negatePreluSlopes = (graph: Graph): Repaired => {
  const nodes = new Map(graph.nodes);
  const constants = new Map(graph.constants);
  let places = 0;
  for (const { sum, source, positive, multiplier } of findUnrolledPrelus(graph)) {
    const stored = graph.constants.get(multiplier);
    if (stored === undefined || positive === source) continue;
    const slopes = `${sum.name}/slopes`;
    constants.set(slopes, rightSlopes(stored));
    nodes.set(slopes, { name: slopes, op: 'Const', inputs: [], attributes: {} });
    nodes.set(sum.name, { name: sum.name, op: 'Prelu', inputs: [source, slopes], attributes: {} });
    places++;
  }
  return { graph: { nodes, constants }, places };
};

const rightSlopes = (multiplier: Tensor): Tensor => ({
  shape: multiplier.shape,
  data: Float32Array.from(multiplier.data, (value) => -2 * value),
});
