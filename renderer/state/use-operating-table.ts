import { useEffect, useState } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { CallReply } from '../../main/ipc/contract.ts';
import { followAnswer } from './follow-answer.ts';
import { waiting, type Followed } from './followed.ts';

/**
 * Tells when the operating table may have changed: with the settings, and when another calibration
 * has come into use, which at the start is the first.
 */
export const onTableChange =
  (bridge: Pick<StationBridge, 'onSettingsChanged' | 'onDevicesChanged'>) =>
  (listener: () => void): (() => void) => {
    let known: string | undefined;
    const stopSettings = bridge.onSettingsChanged(listener);
    const stopDevices = bridge.onDevicesChanged(({ engine: { calibration } }) => {
      if (calibration === known) return;
      known = calibration;
      listener();
    });
    return () => {
      stopSettings();
      stopDevices();
    };
  };

/** What each false-accept rate costs. */
export const useOperatingTable = (bridge: StationBridge): Followed<CallReply<'operatingTable'>> => {
  const [table, setTable] = useState<Followed<CallReply<'operatingTable'>>>(waiting);
  useEffect(() => followAnswer(bridge.operatingTable, onTableChange(bridge), setTable), [bridge]);
  return table;
};
