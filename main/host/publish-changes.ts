import type { Station } from './station.ts';

/** Tells pages what changes at a station by itself; what a call changes, the call tells. */
export const publishChanges = (station: Station): void => {
  const { hub, counter, lock } = station;
  counter.onChange(() => {
    hub.publish('stageChanged', () => station.stage);
    hub.publish('deskChanged', () => station.desk);
  });
  counter.onRecord(() => {
    hub.publish('recordsChanged', () => undefined);
  });
  lock.onChange(() => {
    hub.publish('lockChanged', () => lock.state);
  });
};
