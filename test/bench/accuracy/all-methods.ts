import {
  calibratedCentring,
  centring,
  centringByKind,
  type CentringChoice,
} from './centring-methods.ts';
import { symmetric, type Method } from './method.ts';
import { nearnessShift } from './nearness-shift.ts';
import { whitening } from './whitening.ts';

/** What `witness calibrate` does (docs/decisions/0022), here with the first photograph of each person. */
const chosen: CentringChoice = { clusters: 3, share: 0, groupShare: 1 };

export const plainCosine: Method = {
  name: 'plain cosine',
  make: () => symmetric((embedding) => embedding),
};

export const chosenMethod: Method = calibratedCentring('**as `witness calibrate` makes it**');

/** What was tried in the place of the chosen centring. */
export const allMethods: readonly Method[] = [
  plainCosine,
  centring('1 mean × 1, group × 1', { clusters: 1, share: 1, groupShare: 1 }),
  centring('3 clusters × 1, group × 1', { clusters: 3, share: 1, groupShare: 1 }),
  centring('12 clusters × 1, group × 1', { clusters: 12, share: 1, groupShare: 1 }),
  centring('3 clusters × .25, group × 1', { ...chosen, share: 0.25 }),
  centring('3 clusters × 0, group × 1', chosen),
  centring('the same, β of 5', { ...chosen, sharpness: 5 }),
  centring('the same, β of 20', { ...chosen, sharpness: 20 }),
  chosenMethod,
  centringByKind('3 clusters × 0, group × 1, chip photos with means of their own', chosen),
  centring('8 clusters of all, no label', { clusters: 8, share: 1, groupShare: undefined }),
  centring('32 clusters of all, no label', { clusters: 32, share: 1, groupShare: undefined }),
  nearnessShift('threshold shifted by nearness, 8 clusters', 8),
  nearnessShift('threshold shifted by nearness, 32 clusters', 32),
  whitening('whitened within people, λ .5', 0.5),
  whitening('whitened within people, λ .8', 0.8),
  whitening('whitened λ .5, then 3 clusters × 0, group × 1', 0.5, centring('', chosen)),
  whitening('whitened λ .8, then 3 clusters × 0, group × 1', 0.8, centring('', chosen)),
];
