/**
 * The names of the contract's calls and events. They stand apart from their schemas because the
 * preload script needs nothing else, and what it carries into every page should be as little as
 * possible. `contract.ts` does not compile unless it has a schema for each of them.
 */
export const callNames = [
  'currentStage',
  'currentPreferences',
  'answerConsent',
  'offerFrame',
  'reportCamera',
  'askForStaff',
  'finishVisit',
  'currentDemo',
  'demoPictures',
  'playScene',
  'liftDemoCard',
  'currentDesk',
  'visitImages',
  'decideVisit',
  'allowRetry',
  'currentDevices',
  'operatingTable',
  'listRecords',
  'figures',
  'currentSettings',
  'changeSettings',
  'listPorts',
  'findReader',
  'checkDecoder',
  'openGuestScreen',
  'currentLock',
  'unlockDesk',
  'lockDesk',
  'changePin',
] as const;
export type CallName = (typeof callNames)[number];

export const eventNames = [
  'stageChanged',
  'preferencesChanged',
  'demoChanged',
  'deskChanged',
  'devicesChanged',
  'recordsChanged',
  'settingsChanged',
  'lockChanged',
] as const;
export type EventName = (typeof eventNames)[number];

/** What a call or an event is called on the wire. */
export const channelOf = (name: CallName | EventName): string => `witness:${name}`;
