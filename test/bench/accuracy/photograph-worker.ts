import { modelsDirectory } from '../../../main/settings/product-root.ts';
import { loadBareNetworks } from './bare-networks.ts';
import { measureFile, type RecipeName } from './recipes.ts';

/** One photograph to measure. */
export interface PhotographTask {
  readonly recipe: RecipeName;
  readonly path: string;
}

/** What a process that measures photographs answers. */
export type PhotographAnswer = { readonly numbers: Float32Array } | { readonly failed: string };

/** Networks block the thread they run on: each core has a process of its own (`measure-photographs.ts`). */
const networks = await loadBareNetworks(modelsDirectory());
process.on('message', ({ recipe, path }: PhotographTask) => {
  void measureFile(networks, recipe, path)
    .then(
      (numbers): PhotographAnswer => ({ numbers }),
      (caught: unknown): PhotographAnswer => ({ failed: String(caught) }),
    )
    .then((answer) => process.send?.(answer));
});
process.send?.('ready');
