import { isDeepStrictEqual } from 'node:util';
import type { Settings } from '../settings/settings.ts';

/** What the parts were opened with. All else is asked anew when it is needed. */
const openedWith = ({
  reader,
  decoder,
  engine,
  compare,
  gateway,
}: Settings): readonly unknown[] => [
  reader,
  decoder,
  engine,
  compare.population,
  compare.threads,
  gateway,
];

/** Whether a change of settings needs the parts to be opened anew. */
export const needsReopening = (before: Settings, after: Settings): boolean =>
  !isDeepStrictEqual(openedWith(before), openedWith(after));
