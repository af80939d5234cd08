import type { CallHandlers } from '../ipc/register-calls.ts';
import type { ShownDemo } from '../ipc/settings-view.ts';
import type { Demo } from '../demo/open-demo.ts';
import { HostError } from './host-error.ts';
import type { Station } from './station.ts';

type DemoCalls = Pick<CallHandlers, 'currentDemo' | 'demoPictures' | 'playScene' | 'liftDemoCard'>;

/** What the demonstration bar does. */
export const demoHandlers = (station: Station): DemoCalls => ({
  currentDemo: () => Promise.resolve(shownDemo(station.parts?.demo)),
  demoPictures: async ({ scene }) => [...(await demoOf(station).pictures(scene))],
  playScene: async ({ scene }) => {
    await demoOf(station).play(scene);
    return undefined;
  },
  liftDemoCard: () => {
    demoOf(station).liftCard();
    return Promise.resolve(undefined);
  },
});

/** The demonstration as the screens get it; without one there are no scenes. */
export const shownDemo = (demo: Demo | undefined): ShownDemo => ({
  scenes: demo?.scenes.map(({ id, label }) => ({ id, label })) ?? [],
  cardLies: demo?.cardLies ?? false,
  ...(demo?.scene !== undefined && { scene: demo.scene }),
});

const demoOf = ({ parts }: Station): Demo => {
  if (parts?.demo === undefined) throw new HostError('host.no-demo');
  return parts.demo;
};
