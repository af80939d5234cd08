import { useEffect, useState } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { CallReply } from '../../main/ipc/contract.ts';
import { follow } from './follow.ts';
import { waiting, type Followed } from './followed.ts';

/** The present visit, with everything a clerk may know of it. */
export const useDesk = (bridge: StationBridge): Followed<CallReply<'currentDesk'>> => {
  const [desk, setDesk] = useState<Followed<CallReply<'currentDesk'>>>(waiting);
  useEffect(() => follow(bridge.currentDesk, bridge.onDeskChanged, setDesk), [bridge]);
  return desk;
};

/** Where the counter stands, as every screen may show it. */
export const useStage = (bridge: StationBridge): Followed<CallReply<'currentStage'>> => {
  const [stage, setStage] = useState<Followed<CallReply<'currentStage'>>>(waiting);
  useEffect(() => follow(bridge.currentStage, bridge.onStageChanged, setStage), [bridge]);
  return stage;
};

/** How to look and sound, and which page this is. */
export const usePreferences = (
  bridge: StationBridge,
): Followed<CallReply<'currentPreferences'>> => {
  const [preferences, setPreferences] =
    useState<Followed<CallReply<'currentPreferences'>>>(waiting);
  useEffect(
    () => follow(bridge.currentPreferences, bridge.onPreferencesChanged, setPreferences),
    [bridge],
  );
  return preferences;
};

/** The demonstration, where it runs. */
export const useDemo = (bridge: StationBridge): Followed<CallReply<'currentDemo'>> => {
  const [demo, setDemo] = useState<Followed<CallReply<'currentDemo'>>>(waiting);
  useEffect(() => follow(bridge.currentDemo, bridge.onDemoChanged, setDemo), [bridge]);
  return demo;
};

/** Reader, camera, engine and the rest. */
export const useDevices = (bridge: StationBridge): Followed<CallReply<'currentDevices'>> => {
  const [devices, setDevices] = useState<Followed<CallReply<'currentDevices'>>>(waiting);
  useEffect(() => follow(bridge.currentDevices, bridge.onDevicesChanged, setDevices), [bridge]);
  return devices;
};

/** The settings, as they are kept. */
export const useSettings = (bridge: StationBridge): Followed<CallReply<'currentSettings'>> => {
  const [settings, setSettings] = useState<Followed<CallReply<'currentSettings'>>>(waiting);
  useEffect(() => follow(bridge.currentSettings, bridge.onSettingsChanged, setSettings), [bridge]);
  return settings;
};
